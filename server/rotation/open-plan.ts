import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { rotationPlans } from '#db/schema/rotation-plans'
import { notFound } from '#domain/refused'
import { OpenPlan } from '#domain/rotation'
import { command } from '#server/command'
import { loadRule } from '#server/rotation/board-queries'

const lockTeam = async (tx: Tx, teamId: string) => {
  const { rows } = await tx.execute<{ teamId: string; siteId: string }>(sql`
    select id as "teamId", site_id as "siteId" from teams where id = ${teamId} and ended_at is null for share`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Begins the draft of a team's day, or finds the one that is there. */
export const openPlan = command({
  verb: 'rotation.openPlan',
  input: OpenPlan,
  output: z.object({ planId: z.uuid() }),
  subject: (tx, { teamId }) => lockTeam(tx, teamId),
  audit: ({ input, result }) => ({
    kind: 'rotation-plan',
    id: result.planId,
    detail: { teamId: input.teamId, onDate: input.onDate },
  }),
  async run({ tx, actor, input, now, newId }) {
    const { teamId, onDate } = input
    const planId = newId()
    const rule = await loadRule(tx, null)
    const createdBy = actor.kind === 'person' ? actor.personId : null
    const made = await tx
      .insert(rotationPlans)
      .values({
        id: planId,
        teamId,
        onDate,
        status: 'draft',
        breakRuleId: rule.id,
        createdBy,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: rotationPlans.id })
    if (made.length) return { planId }
    const { rows } = await tx.execute<{ planId: string }>(sql`
      select id as "planId" from rotation_plans where team_id = ${teamId} and on_date = ${onDate} and status = 'draft'`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})
