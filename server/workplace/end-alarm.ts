import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '#domain/refused'
import { EndAlarm } from '#domain/safety'
import { command } from '#server/command'

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
  async run({ tx, actor, input, subject: { siteId, begunAt }, now }) {
    await tx.execute(sql`
      update site_alarms set ended_at = greatest(begun_at, ${now}), ended_by = ${actor.personId} where id = ${input.alarmId}`)
    await tx.execute(sql`
      update actions a set due_at = a.due_at + (${now}::timestamptz - greatest(${begunAt}::timestamptz, a.opened_at))
      from rooms r where r.id = a.room_id and r.site_id = ${siteId} and a.status in ('open', 'in-progress') and a.due_at > ${begunAt}`)
    await tx.execute(sql`
      update tea_rounds t set cancelled_at = ${now} from rooms r
      where r.id = t.room_id and r.site_id = ${siteId} and t.served_at is null and t.cancelled_at is null
        and t.planned_at between ${begunAt} and ${now}`)
    return {}
  },
})
