import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { conflict, notFound } from '#domain/refused'
import { bySlot, DemandFromPast, joined, meanDemand, type Wanted } from '#domain/rotation/demand'
import { addDays, dayAt, momentAt } from '#domain/site-time'
import { command } from '#server/command'
import { epochOf } from '#server/moments'
import { replaceDemand } from '#server/rotation/lay-demand'
import { lockDemand } from '#server/rotation/set-demand'

const QUARTER = 15
const QUARTERS = 96
const NOTHING: [number, number] = [0, 0]

const findPlace = async (tx: Tx, { teamId, siteId }: { teamId: string; siteId: string }) => {
  await lockDemand(tx, siteId)
  const { rows } = await tx.execute<{
    teamId: string
    siteId: string
    timeZone: string
    projectId: string | null
  }>(sql`
    select t.id as "teamId", t.site_id as "siteId", s.time_zone as "timeZone", t.project_id as "projectId"
    from teams t join sites s on s.id = t.site_id where t.id = ${teamId} and t.site_id = ${siteId} and t.ended_at is null`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Sets a day's demand as the mean of the same weekday in the last weeks, by the wall clock, so that a change of clocks shifts nothing. */
export const demandFromPast = command({
  verb: 'rotation.demandFromPast',
  input: DemandFromPast,
  output: z.object({ tasks: z.number() }),
  subject: findPlace,
  audit: ({ input, result }) => ({
    kind: 'demand',
    id: null,
    detail: { onDate: input.onDate, weeks: input.weeks, tasks: result.tasks },
  }),
  async run(context) {
    const { tx, input, subject: place } = context
    const { timeZone, siteId } = place
    const days = Array.from({ length: input.weeks }, (_, week) => addDays(input.onDate, -7 * (week + 1)))
    const since = momentAt(days.at(-1) ?? input.onDate, 0, timeZone).toISOString()
    const until = momentAt(input.onDate, 0, timeZone).toISOString()
    const { rows } = await tx.execute<Wanted & { taskId: string }>(sql`
      select d.task_id as "taskId", d.minimum, d.target, ${epochOf(sql`lower(d.span)`)} as "from", ${epochOf(sql`upper(d.span)`)} as "to"
      from demand d join tasks k on k.id = d.task_id
      where d.site_id = ${siteId} and k.retired_at is null and (k.project_id is null or k.project_id = ${place.projectId})
        and d.span && tstzrange(${since}::timestamptz, ${until}::timestamptz)`)
    const taskIds = [...new Set(rows.map(({ taskId }) => taskId))]
    if (!taskIds.length) throw conflict('rotation.noPastDemand')
    for (const taskId of taskIds) {
      const wanted = rows.filter((row) => row.taskId === taskId)
      const slots = bySlot(wanted)
      const known = days.filter((day) =>
        wanted.some(({ from, to }) => {
          const span = dayAt(day, timeZone)
          return from < span.to.getTime() && to > span.from.getTime()
        }),
      )
      const mean: Wanted[] = []
      for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
        const at = (day: string, minutes: number) => momentAt(day, minutes, timeZone).getTime()
        const minutes = quarter * QUARTER
        const [from, to] = [at(input.onDate, minutes), at(input.onDate, minutes + QUARTER)]
        const [minimum, target] = meanDemand(known.map((day) => slots.get(at(day, minutes)) ?? NOTHING))
        // Where the clocks are put forward, an hour of the wall clock has no length.
        if (to > from && target) mean.push({ from, to, minimum, target })
      }
      const day = dayAt(input.onDate, timeZone)
      const place = { siteId, taskId, from: day.from.getTime(), to: day.to.getTime() }
      await replaceDemand(context, place, joined(mean))
    }
    return { tasks: taskIds.length }
  },
})
