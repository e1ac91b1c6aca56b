import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { query } from '#server/query'
import { columns, Given, TrainingRow } from '#server/training/row-queries'

const Session = z.object({
  id: z.uuid(),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string().nullable(),
  place: Text,
  site: Text.nullable(),
  trainer: z.string().nullable(),
  seats: z.number(),
  free: z.number(),
  waiting: z.number(),
  /** It has begun: seats are neither taken nor given back. */
  begun: z.boolean(),
  own: z
    .object({
      enrolmentId: z.uuid(),
      state: z.string(),
      line: z.number().nullable(),
      /** When it was to be before it was last moved, and why. */
      moved: z.object({ before: z.string(), reason: z.string() }).nullable(),
    })
    .nullable(),
})
const TrainingPage = TrainingRow.extend({
  about: Text.nullable(),
  examConfirms: z.boolean(),
  words: z.array(Given.extend({ behaviour: Text })),
  sessions: z.array(Session),
  ownEnrolmentId: z.uuid().nullable(),
  /** How many ask for a date. */
  asking: z.number(),
  /** What the learning centre last said to the reader: why a request was refused, or their session cancelled. */
  told: z.object({ kind: z.enum(['refused', 'cancelled']), reason: z.string() }).nullable(),
  /** The shorter training by which a pass of this one is renewed. */
  renewedBy: z.object({ slug: z.string(), title: Text }).nullable(),
})
export type TrainingPage = z.infer<typeof TrainingPage>

/** One training: what it gives in words, who needs it, its coming sessions with seats, and how one stands with it oneself. */
export const findTraining = query({
  verb: 'training.show',
  input: z.object({ slug: z.string().max(100) }),
  output: TrainingPage,
  async run({ db, actor, input, now }) {
    const me = actor.personId
    const at = sql`${now.toISOString()}::timestamptz`
    const { rows } = await db.execute<z.infer<typeof TrainingPage>>(sql`
      select ${columns(me, now)}, t.about, t.exam_confirms as "examConfirms",
        (select coalesce(json_agg(json_build_object('competenceId', c.id, 'slug', c.slug, 'title', c.title, 'level', k.to_level,
            'behaviour', l.behaviour) order by c.title ->> 'uk'), '[]')
          from training_competences k join competences c on c.id = k.competence_id
          join competence_levels l on l.competence_id = k.competence_id and l.level = k.to_level
          where k.training_id = t.id) as words,
        (select n.id from enrolments n where n.person_id = ${me} and n.training_id = t.id
          and n.state in ('requested', 'waitlisted', 'booked', 'attended')) as "ownEnrolmentId",
        (select count(*)::int from enrolments n where n.training_id = t.id and n.state = 'requested') as asking,
        (select case when n.state = 'refused' or (n.state = 'requested' and n.reason is not null) then
            json_build_object('kind', case n.state when 'refused' then 'refused' else 'cancelled' end, 'reason', n.reason) end
          from enrolments n where n.person_id = ${me} and n.training_id = t.id order by n.asked_at desc, n.id desc limit 1) as told,
        (select json_build_object('slug', y.slug, 'title', y.title) from trainings y
          where y.id = t.renewed_by_id and y.retired_at is null) as "renewedBy",
        (select coalesce(json_agg(json_build_object('id', s.id, 'startsAt', lower(s.period), 'endsAt', upper(s.period),
            'timeZone', x.time_zone, 'place', s.place, 'site', x.name, 'trainer', p.name, 'seats', s.seats,
            'free', s.seats - s.booked, 'begun', lower(s.period) <= ${at},
            'waiting', (select count(*) from enrolments n where n.session_id = s.id and n.state = 'waitlisted'),
            'own', (select json_build_object('enrolmentId', n.id, 'state', n.state, 'line',
                case when n.state = 'waitlisted' then (select count(*) from enrolments o
                  where o.session_id = s.id and o.state = 'waitlisted' and o.line <= n.line) end,
                'moved', (select json_build_object('before', lower(h.before), 'reason', h.reason) from session_changes h
                  where h.session_id = s.id and h.kind = 'moved' and h.changed_at >= n.asked_at
                  order by h.changed_at desc limit 1))
              from enrolments n where n.session_id = s.id and n.person_id = ${me}
                and n.state in ('requested', 'waitlisted', 'booked', 'attended'))
          ) order by lower(s.period)), '[]')
          from training_sessions s left join sites x on x.id = s.site_id left join people p on p.id = s.trainer_id
          where s.training_id = t.id and (s.state = 'planned' and upper(s.period) > ${at} or exists (select from enrolments n
            where n.session_id = s.id and n.person_id = ${me} and n.state in ('booked', 'attended')))) as sessions
      from trainings t where t.slug = ${input.slug} and t.retired_at is null`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})
