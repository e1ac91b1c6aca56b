import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { acknowledgements, ladderVersions } from '#db/schema/ladders'
import { Acknowledge } from '#domain/career'
import { notFound } from '#domain/refused'
import { byActor, command } from '#server/command'

/** The person has read what a version changes for them; saying so twice is saying it once. */
export const acknowledgeLadder = command({
  verb: 'career.acknowledge',
  input: Acknowledge,
  output: z.object({}),
  subject: byActor,
  audit: ({ input }) => ({ kind: 'ladder', id: input.versionId }),
  async run({ tx, actor, input, now }) {
    const [version] = await tx
      .select({ id: ladderVersions.id })
      .from(ladderVersions)
      .where(and(eq(ladderVersions.id, input.versionId), ne(ladderVersions.state, 'draft')))
    if (!version) throw notFound()
    await tx
      .insert(acknowledgements)
      .values({ personId: actor.personId, versionId: input.versionId, at: now })
      .onConflictDoNothing()
    return {}
  },
})
