import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { query } from '#server/query'

const Entry = z.object({
  sessionId: z.uuid(),
  slug: z.string(),
  title: Text,
  /** `leads`: the reader is its trainer. */
  state: z.enum(['booked', 'waitlisted', 'attended', 'leads']),
  startsAt: z.string(),
  endsAt: z.string(),
  place: Text,
  site: Text.nullable(),
  city: Text.nullable(),
  trainer: z.string().nullable(),
  /** When it was last moved. */
  changedAt: z.string().nullable(),
})
export type CalendarEntry = z.infer<typeof Entry>

/** One's own sessions of the last month and all that come, those one leads too; one of them where it is named. */
export const listOwnSessions = query({
  verb: 'training.calendar',
  input: z.object({ sessionId: z.uuid().optional() }),
  output: z.array(Entry),
  async run({ db, actor, input, now }) {
    const { rows } = await db.execute<CalendarEntry>(sql`
      select s.id as "sessionId", t.slug, t.title, own.state, lower(s.period) as "startsAt", upper(s.period) as "endsAt", s.place,
        x.name as site, x.city, p.name as trainer,
        (select max(h.changed_at) from session_changes h where h.session_id = s.id) as "changedAt"
      from (select session_id, min(state) as state from (select n.session_id, n.state from enrolments n
          where n.person_id = ${actor.personId} and n.state in ('booked', 'waitlisted', 'attended')
        union select l.id, 'leads' from training_sessions l where l.trainer_id = ${actor.personId}) one
        group by session_id) own
      join training_sessions s on s.id = own.session_id join trainings t on t.id = s.training_id
      left join sites x on x.id = s.site_id left join people p on p.id = s.trainer_id
      where s.state <> 'cancelled'
        and upper(s.period) > ${now.toISOString()}::timestamptz - interval '30 days'
        and ${input.sessionId ? sql`s.id = ${input.sessionId}` : sql`true`}
      order by lower(s.period), s.id limit 200`)
    return rows
  },
})
