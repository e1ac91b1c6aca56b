import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '#domain/refused'
import { EndAlarm } from '#domain/safety'
import type { Context } from '#server/command'
import { command } from '#server/command'

/** A shorter alarm takes no more from a day than a break does. */
const MINUTES_THAT_COUNT = 10

/** Blocks of a day do not move by themselves, so whoever leads a team with a plan for today is asked to look at it. */
async function askPlanners(
  { tx, now, notify }: Pick<Context, 'tx' | 'now' | 'notify'>,
  siteId: string,
  begunAt: string,
): Promise<void> {
  const minutes = Math.round((now.getTime() - new Date(begunAt).getTime()) / 60_000)
  if (minutes < MINUTES_THAT_COUNT) return
  const { rows } = await tx.execute<{ id: string; on: string }>(sql`
    select g.person_id as id, p.on_date::text as "on" from rotation_plans p join teams t on t.id = p.team_id
    join sites s on s.id = t.site_id join current_grants g on g.team_id = t.id and g.role = 'supervisor'
    where t.site_id = ${siteId} and p.status = 'published' and p.on_date = (${now}::timestamptz at time zone s.time_zone)::date`)
  const [first] = rows
  if (!first) return
  const to = [...new Set(rows.map(({ id }) => id))]
  notify({ to, kind: 'workplace.alarmEnded', params: { minutes }, href: `/rotation/plan/${first.on}` })
}

/** The alarm is over: deadlines of the site move on by as long as it lasted, tea that nobody could bring is called off. */
export const endAlarm = command({
  verb: 'workplace.endAlarm',
  input: EndAlarm,
  output: z.object({}),
  subject: async (tx, { alarmId }, actor) => {
    const led = actor.grants.filter(({ role }) => role === 'supervisor').map(({ teamId }) => teamId)
    const { rows } = await tx.execute<{ siteId: string; begunAt: string; teamId: string | null }>(sql`
      select a.site_id as "siteId", a.begun_at as "begunAt",
        (select t.id from teams t where t.site_id = a.site_id and t.id = any(${sql.param(led)}::uuid[]) limit 1) as "teamId"
      from site_alarms a where a.id = ${alarmId} and a.ended_at is null for update`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
  audit: ({ input }) => ({ kind: 'alarm', id: input.alarmId }),
  async run({ tx, actor, input, subject: { siteId, begunAt }, now, notify }) {
    await tx.execute(sql`
      update site_alarms set ended_at = greatest(begun_at, ${now}), ended_by = ${actor.personId} where id = ${input.alarmId}`)
    await tx.execute(sql`
      update actions a set due_at = a.due_at + (${now}::timestamptz - greatest(${begunAt}::timestamptz, a.opened_at))
      from rooms r where r.id = a.room_id and r.site_id = ${siteId} and a.status in ('open', 'in-progress') and a.due_at > ${begunAt}`)
    await tx.execute(sql`
      update tea_rounds t set cancelled_at = ${now} from rooms r
      where r.id = t.room_id and r.site_id = ${siteId} and t.served_at is null and t.cancelled_at is null
        and t.planned_at between ${begunAt} and ${now}`)
    await askPlanners({ tx, now, notify }, siteId, begunAt)
    return {}
  },
})
