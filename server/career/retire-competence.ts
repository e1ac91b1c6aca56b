import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { competences } from '#db/schema/career'
import { RetireCompetence } from '#domain/competences'
import { conflict, notFound } from '#domain/refused'
import { command } from '#server/command'

/** Takes a competence out of use, or back into it. One that a published ladder asks for goes only after the ladder. */
export const retireCompetence = command({
  verb: 'career.retireCompetence',
  input: RetireCompetence,
  output: z.object({}),
  subject: async (tx, { competenceId }) => {
    const [found] = await tx.select().from(competences).where(eq(competences.id, competenceId)).for('update')
    if (!found) throw notFound()
    return { siteId: null }
  },
  readable: 'career.competences',
  audit: ({ input }) => ({
    kind: 'competence',
    id: input.competenceId,
    detail: { retired: input.retired },
  }),
  async run({ tx, input: { competenceId, retired }, now }) {
    const { rows } = await tx.execute(sql`
      select 1 from requirements r join published_versions v on v.id = r.version_id where r.competence_id = ${competenceId} limit 1`)
    if (retired && rows.length) throw conflict('competenceAsked')
    await tx
      .update(competences)
      .set({ retiredAt: retired ? now : null })
      .where(eq(competences.id, competenceId))
    return {}
  },
})
