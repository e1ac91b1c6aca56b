import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { ListSessions } from '#domain/training'
import { atMost } from '#server/at-most'
import { query } from '#server/query'
import { visible } from '#server/visible'

const PERSON = { people: [sql`n.person_id`], teamId: sql`e.team_id`, siteId: sql`e.site_id` }

const SessionRow = z.object({
  id: z.uuid(),
  trainingId: z.uuid(),
  training: Text,
  slug: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: Text,
  siteId: z.uuid().nullable(),
  seats: z.number(),
  free: z.number(),
})

/** Coming sessions, soonest first. */
export const listSessions = query({
  verb: 'training.sessions',
  input: ListSessions,
  output: pageOf(SessionRow),
  async run({ db, input, now }) {
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    const { rows } = await db.execute<z.infer<typeof SessionRow>>(sql`
      select s.id, s.training_id as "trainingId", t.title as training, t.slug, to_json(lower(s.period)) #>> '{}' as "startsAt",
        to_json(upper(s.period)) #>> '{}' as "endsAt", s.place, s.site_id as "siteId", s.seats, s.seats - s.booked as free
      from training_sessions s join trainings t on t.id = s.training_id
      where s.state = 'planned' and lower(s.period) > ${now.toISOString()}::timestamptz
        and ${input.trainingId ? sql`s.training_id = ${input.trainingId}` : sql`true`}
        and ${after ? sql`(lower(s.period), s.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
      order by lower(s.period), s.id ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.startsAt, row.id])
  },
})

const EnrolmentRow = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  person: z.string(),
  trainingId: z.uuid(),
  training: Text,
  slug: z.string(),
  sessionId: z.uuid().nullable(),
  startsAt: z.string().nullable(),
  state: z.string(),
})

const OfPerson = Page.extend({ personId: z.uuid().optional(), sessionId: z.uuid().optional() })

/** Enrolments within reach, newest first: one's own, a team's, and for the learning centre a session's list. */
export const listEnrolments = query({
  verb: 'training.enrolments',
  input: OfPerson,
  output: pageOf(EnrolmentRow),
  async run({ db, actor, input, reach }) {
    const after = fromCursor<[string]>(input.cursor, ['string'])?.[0]
    const personId = input.personId ?? (input.sessionId ? null : actor.personId)
    const { rows } = await db.execute<z.infer<typeof EnrolmentRow>>(sql`
      select n.id, n.person_id as "personId", p.name as person, n.training_id as "trainingId", t.title as training, t.slug,
        n.session_id as "sessionId", to_json(lower(n.period)) #>> '{}' as "startsAt", n.state
      from enrolments n join people p on p.id = n.person_id join trainings t on t.id = n.training_id
      left join current_employments e on e.person_id = n.person_id
      where ${visible(reach, PERSON)}
        and ${personId ? sql`n.person_id = ${personId}` : sql`true`}
        and ${input.sessionId ? sql`n.session_id = ${input.sessionId}` : sql`true`}
        and ${after ? sql`n.id < ${after}::uuid` : sql`true`}
      order by n.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.id])
  },
})

const CompletionRow = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  trainingId: z.uuid(),
  training: Text,
  outcome: z.enum(['passed', 'waived']),
  score: z.number().nullable(),
  completedOn: z.string(),
  validUntil: z.string().nullable(),
})

/** What people have passed, within reach, newest first. */
export const listCompletions = query({
  verb: 'training.completions',
  input: Page.extend({ personId: z.uuid().optional() }),
  output: pageOf(CompletionRow),
  async run({ db, actor, input, reach }) {
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    const { rows } = await db.execute<z.infer<typeof CompletionRow>>(sql`
      select n.id, n.person_id as "personId", n.training_id as "trainingId", t.title as training, n.outcome,
        n.score::float8 as score, n.completed_on::text as "completedOn", n.valid_until::text as "validUntil"
      from completions n join trainings t on t.id = n.training_id
      left join current_employments e on e.person_id = n.person_id
      where n.person_id = ${input.personId ?? actor.personId} and ${visible(reach, PERSON)}
        and ${after ? sql`(n.completed_on, n.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql`true`}
      order by n.completed_on desc, n.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.completedOn, row.id])
  },
})
