import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { sourcingDecisions } from '#db/schema/safety'
import { notFound } from '#domain/refused'
import { advise, DecideSourcing } from '#domain/sourcing'
import { command } from '#server/command'

/** Keeps what a team is run as, with what the table advised and the answers that it advised on. */
export const decideSourcing = command({
  verb: 'workplace.decideSourcing',
  input: DecideSourcing,
  output: z.object({ verdict: z.string() }),
  subject: async (tx, { teamId }) => {
    const { rows } = await tx.execute<{ siteId: string; teamId: string }>(
      sql`select site_id as "siteId", id as "teamId" from teams where id = ${teamId}`,
    )
    if (!rows[0]) throw notFound()
    return rows[0]
  },
  audit: ({ input }) => ({ kind: 'team', id: input.teamId, detail: { model: input.model } }),
  async run({ tx, actor, input, now, newId }) {
    const { teamId, answers, model, note } = input
    const { verdict, scores } = advise(answers)
    const row = { id: newId(), teamId, answers, scores, verdict, model, note: note || null }
    await tx.insert(sourcingDecisions).values({ ...row, decidedBy: actor.personId, decidedAt: now })
    return { verdict }
  },
})
