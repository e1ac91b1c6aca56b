import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { teamSwapRules } from '#db/schema/rotation-swaps'
import { notFound } from '#domain/refused'
import { SetSwapRule } from '#domain/rotation/swaps'
import { command } from '#server/command'

/** Whether agreed swaps of a team are done at once or wait for approval. */
export const setSwapRule = command({
  verb: 'rotation.setSwapRule',
  input: SetSwapRule,
  output: z.object({}),
  async subject(tx, { teamId }) {
    const { rows } = await tx.execute<{ teamId: string; siteId: string }>(sql`
      select id as "teamId", site_id as "siteId" from teams where id = ${teamId} and ended_at is null for share`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
  audit: ({ input }) => ({ kind: 'team', id: input.teamId, detail: { rule: input.rule } }),
  async run({ tx, actor, input, now }) {
    const set = { rule: input.rule, setBy: actor.kind === 'person' ? actor.personId : null, setAt: now }
    await tx
      .insert(teamSwapRules)
      .values({ teamId: input.teamId, ...set })
      .onConflictDoUpdate({ target: teamSwapRules.teamId, set })
    return {}
  },
})
