import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { planRuns, rotationPlans } from '#db/schema/rotation-plans'
import { conflict } from '#domain/refused'
import { PlanWeek } from '#domain/rotation/week'
import { dateAt, weekOf } from '#domain/site-time'
import { command } from '#server/command'
import { loadRule } from '#server/rotation/board-queries'
import { lockShiftTeam } from '#server/rotation/store-shifts'
import { loadWeights } from '#server/rotation/weights-queries'
import { wakeWorker } from '#server/wake-worker'

const SEEDS = 2_147_483_647

type OpenDay = { day: string; planId: string | null }

/** Asks for drafts of the days of a week that are still ahead and told to nobody, one after another: what a day loads, the next one minds. */
export const planWeek = command({
  verb: 'rotation.planWeek',
  input: PlanWeek,
  output: z.object({ days: z.number() }),
  subject: (tx, { teamId }) => lockShiftTeam(tx, teamId),
  audit: ({ input, result }) => ({
    kind: 'team',
    id: input.teamId,
    detail: { date: input.date, days: result.days },
  }),
  async run({ tx, actor, input, subject, now, newId }) {
    const { teamId, seconds } = input
    const week = weekOf(input.date)
    const today = dateAt(now, subject.timeZone)
    const { rows } = await tx.execute<OpenDay>(sql`
      select s.on_date::text as day, (select p.id from rotation_plans p where p.team_id = ${teamId} and p.on_date = s.on_date and p.status = 'draft') as "planId"
      from shifts s where s.team_id = ${teamId} and s.on_date between ${week[0]} and ${week[6]} and s.on_date > ${today}
        and not exists (select 1 from rotation_plans p where p.team_id = ${teamId} and p.on_date = s.on_date and p.status = 'published')
      group by s.on_date order by s.on_date`)
    if (!rows.length) throw conflict('rotation.nobodyToPlan')
    const [rule, weights] = [await loadRule(tx, null), await loadWeights(tx)]
    const by = actor.kind === 'person' ? actor.personId : null
    for (const [at, { day, planId }] of rows.entries()) {
      const id = planId ?? newId()
      const plan = { id, teamId, onDate: day, status: 'draft', breakRuleId: rule.id, createdBy: by }
      if (!planId) await tx.insert(rotationPlans).values({ ...plan, createdAt: now })
      const run = { id: newId(), planId: id, status: 'waiting', keeps: 'touched', seconds, weights }
      await tx
        .insert(planRuns)
        .values({
          ...run,
          seed: (now.getTime() + at) % SEEDS,
          askedBy: by,
          // The order in which they are asked for is the order in which they are made.
          askedAt: new Date(now.getTime() + at),
        })
        .onConflictDoNothing()
    }
    await wakeWorker(tx, 'rotation.plan')
    return { days: rows.length }
  },
})
