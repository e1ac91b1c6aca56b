import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { ASSESSMENT_SOURCES } from '#domain/assessments'
import { Text } from '#domain/localized'

/** What a page shows of somebody's past; all of it stands in the lists of the API. */
const SHOWN = 50

const Named = z.object({ id: z.uuid(), name: z.string() })

/** What was said of somebody's levels, and what they have shown, newest first. */
export const PersonRecord = z.object({
  words: z.array(
    z.object({
      id: z.uuid(),
      competence: z.object({ id: z.uuid(), title: Text }),
      level: z.number(),
      behaviour: Text,
      source: z.enum(ASSESSMENT_SOURCES),
      state: z.enum(['proposed', 'confirmed', 'rejected']),
      assessor: z.string().nullable(),
      reason: z.string().nullable(),
      at: z.string(),
      answered: z.boolean(),
    }),
  ),
  shown: z.array(
    z.object({
      id: z.uuid(),
      key: z.string(),
      happenedOn: z.string(),
      note: z.string().nullable(),
      verifiedBy: z.string().nullable(),
    }),
  ),
  mentor: Named.nullable(),
  /** Who could mentor the person: whoever does it now or offers to, at the same site. */
  mentors: z.array(Named.extend({ mentees: z.number() })),
})
export type PersonRecord = z.infer<typeof PersonRecord>

/** How good somebody is at what they do where they stand, and what more there is to it. */
export const Mastery = z.object({
  levels: z.array(
    z.object({
      id: z.uuid(),
      title: Text,
      level: z.number(),
      /** What the own position asks; null: nothing. */
      asked: z.number().nullable(),
      behaviour: Text.nullable(),
      next: Text.nullable(),
    }),
  ),
  mentees: z.array(Named),
  offersMentoring: z.boolean(),
})
export type Mastery = z.infer<typeof Mastery>

/** What `loadStanding` reads besides, in the same statement, where it is asked for. */
export type Beside = { record?: boolean; mastery?: boolean }

const record = (personId: string): SQL => sql`json_build_object(
  'words', (select coalesce(json_agg(w order by w.at desc, w.id desc), '[]') from (
    select a.id, json_build_object('id', c.id, 'title', c.title) as competence, a.level, l.behaviour, a.source, a.state,
      s.name as assessor, a.reason, a.at, exists (select from assessments w where w.answers_id = a.id) as answered
    from assessments a join competences c on c.id = a.competence_id
    join competence_levels l on l.competence_id = a.competence_id and l.level = a.level left join people s on s.id = a.assessor_id
    where a.person_id = ${personId} order by a.at desc, a.id desc limit ${SHOWN}) w),
  'shown', (select coalesce(json_agg(w order by w."happenedOn" desc, w.id desc), '[]') from (
    select v.id, v.key, v.happened_on as "happenedOn", v.note, x.name as "verifiedBy"
    from evidence v left join people x on x.id = v.verified_by
    where v.person_id = ${personId} order by v.happened_on desc, v.id desc limit ${SHOWN}) w),
  'mentor', (select json_build_object('id', x.id, 'name', x.name) from mentorships m join people x on x.id = m.mentor_id
    where m.mentee_id = ${personId} and m.valid @> day.today limit 1),
  'mentors', (select coalesce(json_agg(w order by w.mentees, w.name), '[]') from (
    select x.id, x.name, (select count(*)::int from mentorships m where m.mentor_id = x.id and m.valid @> day.today) as mentees
    from current_employments e join people x on x.id = e.person_id
    where e.site_id = place.site_id and e.person_id <> ${personId} and (
      exists (select from mentor_offers o where o.person_id = x.id and o.withdrawn_at is null)
      or exists (select from current_grants g where g.person_id = x.id and g.role = 'mentor'))
    order by 3, x.name limit ${SHOWN}) w)) as record`

const mastery = (personId: string): SQL => sql`json_build_object(
  'levels', (select coalesce(json_agg(w order by w.level desc, w.title ->> 'uk'), '[]') from (
    select c.id, c.title, coalesce(h.level, 0) as level, q.asked, l.behaviour, n.behaviour as next
    from competences c
    left join current_levels h on h.person_id = ${personId} and h.competence_id = c.id
    left join lateral (select max(r.level) as asked from requirements r join published_versions v on v.id = r.version_id
      where r.competence_id = c.id and r.position_id = place.position_id) q on true
    left join competence_levels l on l.competence_id = c.id and l.level = h.level
    left join competence_levels n on n.competence_id = c.id and n.level = coalesce(h.level, 0) + 1
    where c.retired_at is null and (h.level is not null or q.asked is not null)) w),
  'mentees', (select coalesce(json_agg(json_build_object('id', x.id, 'name', x.name) order by x.name), '[]')
    from mentorships m join people x on x.id = m.mentee_id where m.mentor_id = ${personId} and m.valid @> day.today),
  'offersMentoring', exists (select from mentor_offers o where o.person_id = ${personId} and o.withdrawn_at is null)) as mastery`

/** Columns beside those of `loadStanding`: `place` is where the person stands, `day` the day there. */
export const columnsBeside = (personId: string, beside: Beside): SQL =>
  sql.join(
    [
      beside.record ? record(personId) : sql`null::json as record`,
      beside.mastery ? mastery(personId) : sql`null::json as mastery`,
    ],
    sql`, `,
  )
