import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { query } from '#server/query'
import { visiblePlace } from '#server/workplace/action-queries'
import { visibleRoom } from '#server/workplace/place-queries'

const Due = z.object({
  id: z.uuid(),
  checklistId: z.uuid(),
  checklist: Text,
  roomId: z.uuid(),
  room: Text,
  /** The seat, where one is gone round and not the room. */
  workplaceId: z.uuid().nullable(),
  seat: z.string().nullable(),
  site: Text,
  everyDays: z.number(),
  dueOn: z.string(),
  state: z.enum(['later', 'due', 'late']),
  /** Of the last six times before this one: how many had no round at all, and how many a late one. */
  missed: z.number(),
  late: z.number(),
})

/**
 * Rooms and seats and when each must be gone round. A time has its day on the calendar; a round from a week (at most a third of the period)
 * before it until as long before the next one is its round. Nothing is stored: what was missed follows from the rounds.
 */
export const roundsDue = query({
  verb: 'workplace.roundsDue',
  input: z.object({}),
  output: z.object({ items: z.array(Due) }),
  async run({ db, reach, now }) {
    const assignee = { people: [sql`d.assignee_id`], siteId: sql`r.site_id` }
    const seen = sql`case when d.workplace_id is null then ${visibleRoom(reach, { id: sql`r.id`, ...assignee })}
      else w.retired_at is null and ${visiblePlace(reach, { ...assignee, workplaceId: sql`d.workplace_id` })} end`
    // Each kind of place by its own index.
    const roundOf = (place: SQL) => sql`(
      select min((i.submitted_at at time zone due.time_zone)::date) from inspections i join checklist_versions x on x.id = i.version_id
      where ${place} and x.checklist_id = due.checklist_id and i.status in ('submitted', 'returned', 'approved')
        and (i.submitted_at at time zone due.time_zone)::date >= due.starts_on + n.k * due.every_days - due.lead
        and (i.submitted_at at time zone due.time_zone)::date < due.starts_on + (n.k + 1) * due.every_days - due.lead)`
    const { rows } = await db.execute<z.infer<typeof Due>>(sql`
      with due as (
        select d.id, d.checklist_id, d.room_id, d.every_days, d.grace_days, d.starts_on, s.time_zone, r.title as room, s.name as site,
          d.workplace_id, w.code as seat,
          least(7, d.every_days / 3) as lead, (${now}::timestamptz at time zone s.time_zone)::date as today
        from round_schedules d join rooms r on r.id = d.room_id join sites s on s.id = r.site_id
        left join workplaces w on w.id = d.workplace_id
        where d.ended_at is null and ${seen}
      ), times as (
        select due.*, n.k, due.starts_on + n.k * due.every_days as on_day, n.k = greatest(0, c.k) as is_now,
          case when due.workplace_id is null then ${roundOf(sql`i.room_id = due.room_id and i.workplace_id is null`)}
            else ${roundOf(sql`i.workplace_id = due.workplace_id`)} end as done_on
        from due
        cross join lateral (select floor((due.today + due.lead - due.starts_on)::numeric / due.every_days)::int as k) c
        cross join lateral generate_series(greatest(0, c.k - 6), greatest(0, c.k)) n (k)
      )
      select t.id, t.checklist_id as "checklistId", v.title as checklist, t.room_id as "roomId", t.room, t.site,
        t.workplace_id as "workplaceId", t.seat,
        t.every_days as "everyDays",
        (case when t.done_on is null then t.on_day else t.on_day + t.every_days end)::text as "dueOn",
        case when t.done_on is not null or t.today < t.on_day then 'later'
          when t.today > t.on_day + t.grace_days then 'late' else 'due' end as state,
        (select count(*)::int from times b where b.id = t.id and not b.is_now and b.done_on is null) as missed,
        (select count(*)::int from times b where b.id = t.id and not b.is_now and b.done_on > b.on_day + b.grace_days) as late
      from times t join checklist_versions v on v.checklist_id = t.checklist_id and v.status = 'published'
      where t.is_now
      order by case when t.done_on is null then t.on_day else t.on_day + t.every_days end, t.id limit 200`)
    return { items: rows }
  },
})
