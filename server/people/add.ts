import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { employments, people } from '#db/schema/people'
import { AddPerson } from '#domain/people'
import { invalid } from '#domain/refused'
import { command } from '#server/command'

/** Refuses a team of another site in the form's words; the composite foreign key stands behind it. */
export async function refuseForeignTeam(tx: Tx, teamId: string | undefined, siteId: string): Promise<void> {
  if (!teamId) return
  const { rows } = await tx.execute(sql`select 1 from teams where id = ${teamId} and site_id = ${siteId}`)
  if (!rows.length) throw invalid('teamId', 'teamElsewhere')
}

export const addPerson = command({
  verb: 'people.add',
  input: AddPerson,
  output: z.object({ id: z.uuid() }),
  subject: (_tx, { siteId, teamId }) => ({ siteId, teamId: teamId ?? null }),
  audit: ({ result, input }) => ({ kind: 'person', id: result.id, detail: { positionId: input.positionId } }),
  async run({ tx, actor, input, now, newId }) {
    await refuseForeignTeam(tx, input.teamId, input.siteId)
    const id = newId()
    const { name, email, locale } = input
    await tx.insert(people).values({ id, name, email, externalId: input.externalId, locale, createdAt: now })
    await tx.insert(employments).values({
      id: newId(),
      personId: id,
      positionId: input.positionId,
      siteId: input.siteId,
      teamId: input.teamId ?? null,
      kind: 'hire',
      valid: `[${input.startsOn},)`,
      decidedBy: actor.kind === 'person' ? actor.personId : null,
      createdAt: now,
    })
    return { id }
  },
})
