import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { CERTIFICATE_STATES } from '#domain/certificates'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { FORMATS, REMINDER_DAYS } from '#domain/training'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Passed = z.object({
  id: z.uuid(),
  trainingId: z.uuid(),
  slug: z.string(),
  title: Text,
  outcome: z.enum(['passed', 'waived']),
  score: z.number().nullable(),
  completedOn: z.string(),
  validUntil: z.string().nullable(),
  state: z.enum(CERTIFICATE_STATES),
  code: z.string().nullable(),
  revokedFor: z.string().nullable(),
  /** One's word on the training, which a newer pass of it shares. */
  usefulness: z.number().nullable(),
  /** By what it is renewed, where it ends within ninety days or has ended and nothing newer holds. */
  renewal: z.string().nullable(),
})
const Open = z.object({
  id: z.uuid(),
  trainingId: z.uuid(),
  slug: z.string(),
  title: Text,
  format: z.enum(FORMATS),
  state: z.string(),
  startsAt: z.string().nullable(),
  timeZone: z.string().nullable(),
  line: z.number().nullable(),
  usefulness: z.number().nullable(),
})
const Failed = z.object({
  trainingId: z.uuid(),
  slug: z.string(),
  title: Text,
  on: z.string(),
  /** Can be begun or enrolled in again. */
  again: z.boolean(),
  usefulness: z.number().nullable(),
})
const Assigned = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: Text,
  dueOn: z.string(),
  late: z.boolean(),
  under: z.boolean(),
  by: z.string(),
})
const Withdrawn = z.object({ slug: z.string(), title: Text, by: z.string(), reason: z.string() })
const Record = z.object({
  personId: z.uuid(),
  name: z.string(),
  passed: z.array(Passed),
  open: z.array(Open),
  /** Attended and not passed, and nothing passed since. */
  failed: z.array(Failed),
  /** What a leader asked for that is not passed yet. */
  assigned: z.array(Assigned),
  /** What a leader asked for and took back in the last thirty days. */
  withdrawn: z.array(Withdrawn),
})
export type TrainingRecord = z.infer<typeof Record>

/** The training that renews the pass `c` of `t`: the shorter one, or itself. */
const renewal = (today: SQL): SQL => sql`(select coalesce(y.slug, t.slug) from held_trainings h
  left join trainings y on y.id = t.renewed_by_id and y.retired_at is null
  where h.person_id = c.person_id and h.training_id = c.training_id and h.valid_until = c.valid_until
    and h.valid_until <= ${today} + ${REMINDER_DAYS[0]}::int and t.retired_at is null
    and not exists (select from enrolments n where n.person_id = c.person_id and n.training_id in (t.id, y.id)
      and n.state in ('requested', 'waitlisted', 'booked', 'attended')))`

const usefulness = sql`(select v.usefulness from training_ratings v where v.person_id = p.id and v.training_id = t.id)`

/** What somebody is on and what they have passed, newest first; one's own without a name. */
export const trainingRecord = query({
  verb: 'training.completions',
  input: z.object({ personId: z.uuid().optional() }),
  output: Record,
  async run({ db, actor, input, reach, now }) {
    const personId = input.personId ?? actor.personId
    const within = visible(reach, { people: [sql`p.id`], teamId: sql`e.team_id`, siteId: sql`e.site_id` })
    const today = sql`(${now.toISOString()}::timestamptz at time zone coalesce(s.time_zone, 'Europe/Kyiv'))::date`
    const { rows } = await db.execute<TrainingRecord>(sql`
      select p.id as "personId", p.name,
        (select coalesce(json_agg(json_build_object('id', c.id, 'trainingId', t.id, 'slug', t.slug, 'title', coalesce(x.title, t.title),
            'outcome', c.outcome, 'score', c.score, 'completedOn', c.completed_on, 'validUntil', c.valid_until, 'code', x.code,
            'revokedFor', r.reason, 'usefulness', ${usefulness}, 'renewal', ${renewal(today)}, 'state', case when r.certificate_id is not null then 'revoked'
              when c.valid_until < ${today} then 'expired' else 'valid' end)
            order by c.completed_on desc, c.id desc), '[]')
          from completions c join trainings t on t.id = c.training_id left join certificates x on x.completion_id = c.id
          left join certificate_revocations r on r.certificate_id = x.id where c.person_id = p.id) as passed,
        (select coalesce(json_agg(json_build_object('id', n.id, 'trainingId', t.id, 'slug', t.slug, 'title', t.title, 'format', t.format, 'state', n.state,
            'usefulness', ${usefulness},
            'startsAt', lower(n.period), 'timeZone', z.time_zone, 'line', case when n.state = 'waitlisted' then (
              select count(*) from enrolments o where o.session_id = n.session_id and o.state = 'waitlisted'
                and o.line <= n.line) end)
            order by lower(n.period) nulls last, n.asked_at), '[]')
          from enrolments n join trainings t on t.id = n.training_id left join training_sessions k on k.id = n.session_id
          left join sites z on z.id = k.site_id
          where n.person_id = p.id and n.state in ('requested', 'waitlisted', 'booked', 'attended')) as open,
        (select coalesce(json_agg(json_build_object('trainingId', t.id, 'slug', t.slug, 'title', t.title, 'on', f.on,
            'again', t.retired_at is null, 'usefulness', ${usefulness}) order by f.on desc, t.code), '[]')
          from (select n.training_id, max((n.settled_at at time zone coalesce(s.time_zone, 'Europe/Kyiv'))::date) as on from enrolments n
            where n.person_id = p.id and n.state = 'failed' group by 1) f join trainings t on t.id = f.training_id
          where not exists (select from completions c where c.person_id = p.id and c.training_id = t.id and c.completed_on >= f.on)) as failed,
        (select coalesce(json_agg(json_build_object('id', a.id, 'slug', t.slug, 'title', t.title, 'dueOn', a.due_on,
            'late', a.due_on < ${today}, 'by', b.name, 'under', exists (select from enrolments n where n.person_id = p.id
              and n.training_id = t.id and n.state in ('requested', 'waitlisted', 'booked', 'attended'))) order by a.due_on, t.code), '[]')
          from open_assignments a join trainings t on t.id = a.training_id join people b on b.id = a.assigned_by
          where a.person_id = p.id) as assigned,
        (select coalesce(json_agg(json_build_object('slug', t.slug, 'title', t.title, 'reason', a.withdrawn_for, 'by', b.name)
            order by a.withdrawn_at desc), '[]')
          from training_assignments a join trainings t on t.id = a.training_id join people b on b.id = a.withdrawn_by
          where a.person_id = p.id and a.withdrawn_at > ${now.toISOString()}::timestamptz - interval '30 days'
            and not exists (select from training_assignments o where o.person_id = p.id and o.training_id = t.id
              and o.withdrawn_at is null)) as withdrawn
      from people p left join current_employments e on e.person_id = p.id left join sites s on s.id = e.site_id
      where p.id = ${personId} and ${within}`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})
