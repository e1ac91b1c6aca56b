import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { SEAT_HORIZON_DAYS } from '#domain/holes'
import { Text } from '#domain/localized'
import { LOCALES } from '#domain/text'
import { FORMATS } from '#domain/training'
import { todayFor } from '#server/training/day-queries'

export const Given = z.object({ competenceId: z.uuid(), slug: z.string(), title: Text, level: z.number() })
export const TrainingRow = z.object({
  id: z.uuid(),
  code: z.string(),
  slug: z.string(),
  title: Text,
  format: z.enum(FORMATS),
  hours: z.number(),
  validMonths: z.number().nullable(),
  language: z.string(),
  /** Its own language first, then any other in which all of its lessons can be read. */
  languages: z.array(z.enum(LOCALES)),
  levels: z.array(Given),
  /** The positions that ask for it, lowest rung first. */
  positions: z.array(z.object({ slug: z.string(), title: Text })),
  /** The next session with a free seat. */
  next: z.object({ sessionId: z.uuid(), startsAt: z.string(), free: z.number() }).nullable(),
  /** Coming sessions, at most three. */
  dates: z.array(z.object({ startsAt: z.string(), free: z.number(), timeZone: z.string().nullable() })),
  /** What those who attended think, 1-5. */
  useful: z.object({ average: z.number(), voices: z.number() }).nullable(),
  /** The actor's own open enrolment, and until when a pass of theirs holds (`infinity`: for ever). */
  ownState: z.string().nullable(),
  passedUntil: z.string().nullable(),
  /** Without a date: at one's own pace, or by a check-list that a mentor signs. */
  anyTime: z.boolean(),
})
export type TrainingRow = z.infer<typeof TrainingRow>

/** Whether the training `t` can be taken in a language: it is led in it, or all of its lessons stand in it. */
export const spokenIn = (language: SQL): SQL => sql`(t.language = ${language} or (
  exists (select from lessons x where x.training_id = t.id and x.retired_at is null)
  and not exists (select from lessons x where x.training_id = t.id and x.retired_at is null and x.body ->> ${language} is null)))`

/** What a row of the catalogue shows of the training `t` to somebody at a moment. */
export const columns = (personId: string, now: Date): SQL => {
  const at = sql`${now.toISOString()}::timestamptz`
  return sql`t.id, t.code, t.slug, t.title, t.format, t.hours::float8 as hours, t.valid_months as "validMonths", t.language,
    array(select l from unnest(${sql.param([...LOCALES])}::text[]) l where ${spokenIn(sql`l`)} order by l <> t.language, l) as languages,
    (select coalesce(json_agg(json_build_object('competenceId', c.id, 'slug', c.slug, 'title', c.title, 'level', k.to_level)
        order by c.title ->> 'uk'), '[]')
      from training_competences k join competences c on c.id = k.competence_id where k.training_id = t.id) as levels,
    (select coalesce(json_agg(json_build_object('slug', p.slug, 'title', p.title) order by g.rung nulls last, p.slug), '[]')
      from requirements r join published_versions v on v.id = r.version_id join positions p on p.id = r.position_id
      join rungs g on g.version_id = r.version_id and g.position_id = r.position_id
      where r.training_id = t.id) as positions,
    (select json_build_object('sessionId', s.id, 'startsAt', lower(s.period), 'free', s.seats - s.booked)
      from training_sessions s where s.training_id = t.id and s.state = 'planned' and s.booked < s.seats
        and lower(s.period) > ${at} and lower(s.period) < ${at} + make_interval(days => ${SEAT_HORIZON_DAYS})
      order by lower(s.period) limit 1) as next,
    (select coalesce(json_agg(d), '[]') from (
      select lower(s.period) as "startsAt", s.seats - s.booked as free, x.time_zone as "timeZone"
      from training_sessions s left join sites x on x.id = s.site_id
      where s.training_id = t.id and s.state = 'planned' and lower(s.period) > ${at}
      order by lower(s.period) limit 3) d) as dates,
    (select json_build_object('average', round(avg(r.usefulness), 1)::float8, 'voices', count(*)) from training_ratings r
      where r.training_id = t.id having count(*) > 0) as useful,
    (select n.state from enrolments n where n.person_id = ${personId} and n.training_id = t.id
      and n.state in ('requested', 'waitlisted', 'booked', 'attended')) as "ownState",
    (select h.valid_until::text from held_trainings h where h.person_id = ${personId} and h.training_id = t.id) as "passedUntil",
    taken_any_time(t) as "anyTime"`
}

/** Trainings that bring nearer the next rung up, or the wished position: asked for there, or raising a level missing there. */
export const forNextRung = (personId: string, positionId: string | null, now: Date): SQL => sql`exists (
  select 1 from published_versions v
  join (
    select m.version_id, m.to_id from moves m where m.from_id = ${positionId}::uuid and m.kind = 'vertical'
    union select w.version_id, w.position_id from rungs w where w.position_id = (select wished_position(${personId}::uuid))
  ) target on target.version_id = v.id
  join requirements r on r.version_id = v.id and r.position_id = target.to_id
  where (r.training_id = t.id and not exists (select 1 from held_trainings h
      where h.person_id = ${personId} and h.training_id = t.id and h.valid_until >= ${todayFor(personId, now)}))
    or exists (select 1 from training_competences k where k.training_id = t.id and k.competence_id = r.competence_id
      and k.to_level >= r.level and r.level > coalesce((select l.level from current_levels l
        where l.person_id = ${personId} and l.competence_id = r.competence_id), 0)))`
