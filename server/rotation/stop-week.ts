import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { StopWeek } from '#domain/rotation/week'
import { weekOf } from '#domain/site-time'
import { command } from '#server/command'
import { lockShiftTeam } from '#server/rotation/store-shifts'

/** Stops drafting a week: the day at work keeps the best plan found so far, days that wait are not begun, finished ones stay. */
export const stopWeek = command({
  verb: 'rotation.stopWeek',
  input: StopWeek,
  output: z.object({ stopping: z.number(), notBegun: z.number() }),
  subject: (tx, { teamId }) => lockShiftTeam(tx, teamId),
  audit: ({ input, result }) => ({
    kind: 'team',
    id: input.teamId,
    detail: { date: input.date, ...result },
  }),
  async run({ tx, input, now }) {
    const week = weekOf(input.date)
    const ofWeek = sql`plan_id in (
      select id from rotation_plans where team_id = ${input.teamId} and on_date between ${week[0]} and ${week[6]})`
    // First those that wait: one that a worker takes meanwhile is at work by then, and is stopped as such.
    const waiting = await tx.execute(
      sql`delete from plan_runs where status = 'waiting' and ${ofWeek} returning id`,
    )
    const working = await tx.execute(sql`
      update plan_runs set stop_asked_at = coalesce(stop_asked_at, ${now.toISOString()}::timestamptz)
      where status = 'running' and ${ofWeek} returning id`)
    return { stopping: working.rows.length, notBegun: waiting.rows.length }
  },
})
