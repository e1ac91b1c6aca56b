import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Enrolled = z.object({
  enrolmentId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  state: z.string(),
  line: z.number().nullable(),
  score: z.number().nullable(),
  markedBy: z.string().nullable(),
})
const Change = z.object({
  id: z.uuid(),
  kind: z.enum(['moved', 'cancelled']),
  before: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
})
const SessionPage = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: Text,
  state: z.enum(['planned', 'held', 'cancelled']),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  place: Text,
  site: Text.nullable(),
  trainerId: z.uuid().nullable(),
  trainer: z.string().nullable(),
  seats: z.number(),
  least: z.number(),
  booked: z.number(),
  people: z.array(Enrolled),
  changes: z.array(Change),
})
export type SessionPage = z.infer<typeof SessionPage>

/** A session as its trainer needs it: who sits in it, who waits, what was marked, what was changed. */
export const findSession = query({
  verb: 'training.session',
  input: z.object({ sessionId: z.uuid() }),
  output: SessionPage,
  async run({ db, input, reach }) {
    const { rows } = await db.execute<SessionPage>(sql`
      select s.id, t.slug, t.title, s.state, lower(s.period) as "startsAt", upper(s.period) as "endsAt",
        coalesce(x.time_zone, 'Europe/Kyiv') as "timeZone", s.place, x.name as site, s.trainer_id as "trainerId",
        p.name as trainer, s.seats, s.least, s.booked,
        (select coalesce(json_agg(json_build_object('enrolmentId', n.id, 'personId', n.person_id, 'name', q.name,
            'state', n.state, 'line', n.line, 'score', c.score, 'markedBy', m.name)
            order by n.line nulls first, q.name), '[]')
          from enrolments n join people q on q.id = n.person_id left join completions c on c.enrolment_id = n.id
          left join attendances a on a.enrolment_id = n.id left join people m on m.id = a.marked_by
          where n.session_id = s.id and n.state not in ('cancelled', 'refused')) as people,
        (select coalesce(json_agg(json_build_object('id', h.id, 'kind', h.kind, 'before', lower(h.before), 'reason', h.reason,
            'by', b.name, 'at', h.changed_at) order by h.changed_at), '[]')
          from session_changes h join people b on b.id = h.changed_by where h.session_id = s.id) as changes
      from training_sessions s join trainings t on t.id = s.training_id left join sites x on x.id = s.site_id
      left join people p on p.id = s.trainer_id
      where s.id = ${input.sessionId} and ${visible(reach, { siteId: sql`s.site_id` })}`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})
