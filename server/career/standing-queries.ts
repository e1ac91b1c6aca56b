import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import type { Actor } from '#domain/access'
import { INTENTS, VISIBILITIES } from '#domain/career'
import { SEAT_HORIZON_DAYS } from '#domain/holes'
import { Text } from '#domain/localized'
import type { Standing } from '#domain/readiness'
import { FORMATS } from '#domain/training'
import { isInformed } from '#server/career/informed-queries'
import type { LadderPosition } from '#server/career/ladder-queries'
import { publishedId } from '#server/career/ladder-queries'
import type { Plan } from '#server/career/plan-queries'
import { leaderOf, mentorOf, PLAN } from '#server/career/plan-queries'
import type { Beside, Mastery, PersonRecord } from '#server/career/record-queries'
import { columnsBeside } from '#server/career/record-queries'
import { readerRow } from '#server/reader'

export const Intent = z.object({
  kind: z.enum(INTENTS),
  targetId: z.uuid().nullable(),
  visibility: z.enum(VISIBILITIES),
  askAgainOn: z.string(),
})

export type PersonStanding = {
  standing: Standing
  positionId: string | null
  teamId: string | null
  siteId: string | null
  intent: z.infer<typeof Intent> | null
  /** The newest version of the ladder that they look at which the person has acknowledged. */
  acknowledgedId: string | null
  /** They have shown that they know their next rung and what is missing first. */
  informed: boolean
  /** Open enrolments: training → state. */
  enrolled: Record<string, { id: string; state: string }>
  /** Plans not yet closed, as the reader may see them. */
  plans: Plan[]
  /** Targets of agreed plans as they stood in the version that was agreed to, with the positions from which one moved there. */
  agreed: Record<string, { position: z.infer<typeof LadderPosition>; previous: string[] }>
  /** Levels that somebody proposed and nobody has answered: competence → level. */
  proposed: Record<string, number>
  /** Who may go along with a plan: the mentor and the supervisor. */
  companions: { id: string; name: string }[]
  name: string
  position: Text | null
  record: PersonRecord | null
  mastery: Mastery | null
}

type Row = Omit<PersonStanding, 'standing'> &
  Omit<Standing, 'daysIn' | 'firstIn'> & { held: { days: Standing['daysIn']; first: Standing['firstIn'] } }

/**
 * Everything that requirements can ask about one person, and what they plan, in one statement; dates are those of the person's
 * site. What is private is there only where the reader is that person.
 */
export async function loadStanding(
  db: Reader,
  actor: Actor,
  personId: string,
  now: Date,
  beside: Beside = {},
): Promise<PersonStanding> {
  const { rows } = await db.execute<Row>(sql`
    with place as (
      select e.position_id, e.team_id, e.site_id, (${now.toISOString()}::timestamptz at time zone s.time_zone)::date as today
      from current_employments e join sites s on s.id = e.site_id where e.person_id = ${personId}
    ), day as (select coalesce((select today from place), ${now.toISOString()}::timestamptz::date) as today)
    select (select p.name from people p where p.id = ${personId} and p.erased_at is null) as name,
      (select p.title from positions p where p.id = place.position_id) as position, ${columnsBeside(personId, beside)},
      day.today::text as today, place.position_id as "positionId", place.team_id as "teamId", place.site_id as "siteId",
      (select (day.today - sum(least(coalesce(upper(e.valid), day.today), day.today) - lower(e.valid))::int)::text from employments e
        where e.person_id = ${personId} and e.kind <> 'acting' and lower(e.valid) <= day.today) as "hiredOn",
      (select coalesce(json_object_agg(l.competence_id, l.level), '{}') from current_levels l
        where l.person_id = ${personId}) as levels,
      (select coalesce(json_object_agg(h.training_id, nullif(h.valid_until, 'infinity')::text), '{}') from held_trainings h
        where h.person_id = ${personId}) as passed,
      (select coalesce(json_agg(json_build_object('key', m.key, 'month', m.month, 'value', m.value, 'sample', m.sample)), '[]')
        from metric_values m where m.person_id = ${personId}) as metrics,
      (select coalesce(json_agg(json_build_object('key', v.key, 'happenedOn', v.happened_on)), '[]')
        from evidence v where v.person_id = ${personId} and v.verified_by is not null) as evidence,
      (select json_build_object('days', coalesce(json_object_agg(x.position_id, x.days), '{}'),
          'first', coalesce(json_object_agg(x.position_id, x.first), '{}')) from (
        select e.position_id, min(lower(e.valid))::text as first, sum(least(coalesce(upper(e.valid), day.today), day.today) - lower(e.valid))::int as days
        from employments e where e.person_id = ${personId} and e.kind <> 'acting' and lower(e.valid) <= day.today
        group by e.position_id) x) as held,
      (select json_build_object('kind', i.kind, 'targetId', i.target_id, 'visibility', i.visibility, 'askAgainOn', i.ask_again_on)
        from intents i where i.person_id = ${personId} and i.ended_at is null and reader.id is not null) as intent,
      (select coalesce(json_agg(${PLAN} order by x.opened_at desc), '[]') from plans x
        where x.person_id = ${personId} and x.closed_at is null and reader.id is not null) as plans,
      (select coalesce(json_object_agg(x.target_id, json_build_object('position', json_build_object('positionId', r.position_id,
            'rung', r.rung, 'seats', r.seats, 'slug', p.slug, 'title', r.title, 'purpose', r.purpose, 'family', p.family),
          'previous', (select coalesce(json_agg(m.from_id), '[]') from moves m where m.version_id = x.version_id and m.to_id = x.target_id))), '{}')
        from plans x join rungs r on r.version_id = x.version_id and r.position_id = x.target_id join positions p on p.id = x.target_id
        where x.person_id = ${personId} and x.closed_at is null and x.frozen is not null and reader.id is not null) as agreed,
      (select coalesce(json_object_agg(o.competence_id, o.level), '{}') from (
        select a.competence_id, max(a.level) as level from assessments a where a.person_id = ${personId} and a.state = 'proposed'
          and not exists (select from assessments w where w.answers_id = a.id) group by a.competence_id) o) as proposed,
      (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name)), '[]') from people c
        where c.id in (${mentorOf(sql`${personId}::uuid`)}, ${leaderOf(sql`${personId}::uuid`)})) as companions,
      (select a.version_id from acknowledgements a join ladder_versions v on v.id = a.version_id
        where a.person_id = ${personId} and v.ladder_id = (select n.ladder_id from ladder_versions n
          where n.id = ${publishedId(sql`place.position_id`)}) order by v.number desc limit 1) as "acknowledgedId",
      coalesce((select ${isInformed} from current_employments e where e.person_id = ${personId}), false) as informed,
      (select coalesce(json_object_agg(n.training_id, json_build_object('id', n.id, 'state', n.state)), '{}') from enrolments n
        where n.person_id = ${personId} and n.state in ('requested', 'waitlisted', 'booked', 'attended')) as enrolled
    from ${readerRow(actor)} cross join day left join place on true`)
  const row = rows[0] as Row
  const { today, hiredOn, levels, passed, metrics, evidence, held, ...rest } = row
  const time = { daysIn: held.days, firstIn: held.first }
  return { ...rest, standing: { today, hiredOn, levels, passed, metrics, evidence, ...time } }
}

export const CatalogueCompetence = z.object({ id: z.uuid(), slug: z.string(), title: Text })
export const CatalogueTraining = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: Text,
  format: z.enum(FORMATS),
  hours: z.number(),
  levels: z.array(z.object({ competenceId: z.uuid(), toLevel: z.number() })),
  /** Can be begun within the horizon: at any time, or in a session with a free seat. */
  open: z.boolean(),
  next: z.object({ sessionId: z.uuid(), startsAt: z.string(), free: z.number() }).nullable(),
})
export type Catalogue = {
  competences: z.infer<typeof CatalogueCompetence>[]
  trainings: z.infer<typeof CatalogueTraining>[]
}

/** Competences and active trainings with the next free seat of each, in one statement. */
export async function loadCatalogue(db: Reader, now: Date): Promise<Catalogue> {
  const at = sql`${now.toISOString()}::timestamptz`
  const { rows } = await db.execute<Catalogue>(sql`
    select
      (select coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'title', c.title) order by c.title ->> 'uk'), '[]')
        from competences c) as competences,
      (select coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'title', t.title, 'format', t.format,
          'hours', t.hours, 'open', taken_any_time(t) or n.id is not null,
          'next', case when n.id is not null then json_build_object('sessionId', n.id, 'startsAt', n.starts_at, 'free', n.free) end,
          'levels', (select coalesce(json_agg(json_build_object('competenceId', k.competence_id, 'toLevel', k.to_level)), '[]')
            from training_competences k where k.training_id = t.id)) order by t.code), '[]')
        from trainings t
        left join lateral (
          select s.id, lower(s.period) as starts_at, s.seats - s.booked as free from training_sessions s
          where s.training_id = t.id and s.state = 'planned' and s.booked < s.seats
            and lower(s.period) > ${at} and lower(s.period) < ${at} + make_interval(days => ${SEAT_HORIZON_DAYS})
          order by lower(s.period) limit 1
        ) n on true
        where t.retired_at is null) as trainings`)
  return rows[0] as Catalogue
}
