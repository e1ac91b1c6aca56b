import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { Text } from '#domain/localized'
import { MyDay } from '#domain/rotation'
import { dateAt, weekOf } from '#domain/site-time'
import { query } from '#server/query'

const Block = z.object({
  id: z.uuid(),
  from: z.string(),
  to: z.string(),
  what: z.enum(['task', 'pause', 'meal', 'learning']),
  title: Text.nullable(),
  shortTitle: Text.nullable(),
  hue: z.number().nullable(),
  /** How tired one was at its end, 1 to 5, where one said so. */
  tired: z.number().nullable(),
})
const Shift = z.object({
  id: z.uuid(),
  onDate: z.string(),
  from: z.string(),
  to: z.string(),
  blocks: z.array(Block),
  /** Hours of it in which one is away, as far as was written down. */
  absences: z.array(z.object({ from: z.string(), to: z.string() })),
})
type Shift = z.infer<typeof Shift>

// A seat in a training comes before what was planned for those hours.
const LEARNING = sql`
  from away a join trainings t on t.id = a.training_id where a.person_id = s.person_id and a.span && s.span`
const BLOCKS = sql`(
  select coalesce(json_agg(json_build_object('id', x.id, 'from', lower(x.span), 'to', upper(x.span), 'what', x.what,
      'title', x.title, 'shortTitle', x.short_title, 'hue', x.hue,
      'tired', (select y.score from tiredness y where x.what = 'task' and y.person_id = s.person_id and y.span && x.span
        order by upper(y.span) desc limit 1)) order by lower(x.span)), '[]')
  from (
    select b.id, rest.span, b.what, t.title, t.short_title, t.hue
    from blocks b left join tasks t on t.id = b.task_id
    cross join lateral unnest(tstzmultirange(b.span) - coalesce((select range_agg(a.span) ${LEARNING}), '{}')) as rest (span)
    where b.shift_id = s.id and b.plan_status = 'published' and b.withdrawn_in is null
    union all
    select t.id, a.span * s.span, 'learning', t.title, t.title, null ${LEARNING}) x)`
const SHIFTS = sql`
  select s.id, s.on_date::text as "onDate", to_json(lower(s.span)) #>> '{}' as "from", to_json(upper(s.span)) #>> '{}' as "to",
    ${BLOCKS} as blocks,
    (select coalesce(json_agg(json_build_object('from', lower(a.span * s.span), 'to', upper(a.span * s.span)) order by a.span), '[]')
      from absences a where a.person_id = s.person_id and a.span && s.span) as absences
  from shifts s`

/** The clock of a person's site, and the day of the shift that runs now: after midnight a night's work is still of the day before. */
const clockOf = async (db: Reader, personId: string, now: Date) => {
  const { rows } = await db.execute<{ zone: string; running: string | null }>(sql`
    select s.time_zone as zone,
      (select h.on_date::text from shifts h where h.person_id = e.person_id and h.span @> ${now}::timestamptz) as running
    from current_employments e join sites s on s.id = e.site_id where e.person_id = ${personId}`)
  return rows[0] ?? { zone: 'Europe/Kyiv', running: null }
}

/** The shift that runs now, or the next one within a day and a half, with its published blocks: what one glance needs. */
export const rotationNow = query({
  verb: 'rotation.now',
  input: z.object({}),
  output: z.object({ now: z.string(), shift: Shift.nullable() }),
  async run({ db, actor, now }) {
    const { rows } = await db.execute<Shift>(sql`
      ${SHIFTS} where s.person_id = ${actor.personId} and s.span && tstzrange(${now}::timestamptz, ${now}::timestamptz + interval '36 hours')
      order by lower(s.span) limit 1`)
    return { now: now.toISOString(), shift: rows[0] ?? null }
  },
})

const Day = z.object({ date: z.string(), shifts: z.array(Shift) })

/** A day of one's own and its week; the day of a shift is the one on which it starts. */
export const myDay = query({
  verb: 'rotation.myDay',
  input: MyDay,
  output: z.object({
    now: z.string(),
    today: z.string(),
    date: z.string(),
    timeZone: z.string(),
    week: z.array(Day),
  }),
  async run({ db, actor, input, now }) {
    const { zone: timeZone, running } = await clockOf(db, actor.personId, now)
    const today = dateAt(now, timeZone)
    const date = input.date ?? running ?? today
    const days = weekOf(date)
    const { rows } = await db.execute<Shift>(sql`
      ${SHIFTS} where s.person_id = ${actor.personId} and s.on_date between ${days[0]} and ${days[6]} order by lower(s.span)`)
    const week = days.map((day) => ({ date: day, shifts: rows.filter((shift) => shift.onDate === day) }))
    return { now: now.toISOString(), today, date, timeZone, week }
  },
})
