import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Coverage } from '#domain/access'
import { Text } from '#domain/localized'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { ListReadings, ListRounds, OUTCOMES, outcomeOf } from '#domain/workplace'
import { atMost } from '#server/at-most'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { ActionPhotos, photosOf, seatsWithin, visiblePlace } from '#server/workplace/action-queries'
import { isClosed, lastResult } from '#server/workplace/result-queries'

const Fault = z.object({
  id: z.uuid(),
  kind: z.string(),
  at: z.string(),
  status: z.string(),
  doneNote: z.string().nullable(),
  photos: ActionPhotos,
})
const Seat = z.object({
  workplaceId: z.uuid(),
  code: z.string(),
  room: Text,
  site: Text,
  siteId: z.uuid(),
  last: z.object({ verdict: z.string(), score: z.number().nullable(), at: z.string() }).nullable(),
  openActions: z.number(),
  closed: z.boolean(),
  faults: z.array(Fault),
})
type Seat = z.infer<typeof Seat>

/** The actor's seat: the last result with its age, what is being mended, what became of what they reported. */
export const mySeat = query({
  verb: 'workplace.mySeat',
  input: z.object({}),
  output: z.object({ now: z.string(), outcome: z.enum(OUTCOMES), seat: Seat.nullable() }),
  async run({ db, actor, now }) {
    const { rows } = await db.execute<Seat>(sql`
      select c.workplace_id as "workplaceId", c.code, r.title as room, s.name as site, c.site_id as "siteId",
        (select json_build_object('verdict', l.verdict, 'score', l.score, 'at', l.submitted_at)
          from ${lastResult(sql`c.workplace_id`)} l) as last,
        (select count(*)::int from actions a where a.workplace_id = c.workplace_id and a.status in ('open', 'in-progress')) as "openActions",
        ${isClosed(sql`c.room_id`, sql`c.workplace_id`)} as closed,
        (select coalesce(json_agg(f), '[]') from (
          select f.id, f.kind, f.reported_at as at, a.status, a.done_note as "doneNote", ${photosOf(sql`a.id`)} as photos
          from faults f join actions a on a.id = f.action_id
          where f.workplace_id = c.workplace_id and f.reported_by = c.person_id order by f.reported_at desc limit 5) f) as faults
      from current_seats c join rooms r on r.id = c.room_id join sites s on s.id = c.site_id
      where c.person_id = ${actor.personId}`)
    const seat = rows[0] ?? null
    const outcome = outcomeOf(seat?.last ?? null, seat?.closed ?? false, now)
    return { now: now.toISOString(), outcome, seat }
  },
})

const RoundRow = z.object({
  id: z.uuid(),
  checklist: Text,
  version: z.number(),
  status: z.string(),
  seat: z.string().nullable(),
  room: Text,
  site: Text,
  startedAt: z.string(),
  startedBy: z.string(),
  submittedAt: z.string().nullable(),
  score: z.number().nullable(),
  verdict: z.string().nullable(),
})

/** Whoever reaches a site sees most rounds; the few of a person or a team are found by their own indexes among all. */
const seenRounds = (reach: Coverage): SQL =>
  reach.all || reach.sites.length
    ? visiblePlace(reach, {
        people: [sql`i.started_by`],
        siteId: sql`r.site_id`,
        workplaceId: sql`i.workplace_id`,
      })
    : sql`i.id in (
        select x.id from inspections x where x.started_by = any(${sql.param(reach.people)}::uuid[])
        union select x.id from (${seatsWithin(reach)}) q join inspections x on x.workplace_id = q.workplace_id)`

/** Rounds within reach, newest first. */
export const listRounds = query({
  verb: 'workplace.rounds',
  input: ListRounds,
  output: pageOf(RoundRow),
  async run({ db, input, reach }) {
    const where = [seenRounds(reach)]
    if (input.status) where.push(sql`i.status = ${input.status}`)
    if (input.workplaceId) where.push(sql`i.workplace_id = ${input.workplaceId}`)
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    if (after) where.push(sql`(i.started_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    const { rows } = await db.execute<z.infer<typeof RoundRow>>(sql`
      select i.id, v.title as checklist, v.number as version, i.status, w.code as seat, r.title as room, s.name as site,
        ${isoMoment(sql`i.started_at`)} as "startedAt", p.name as "startedBy", ${isoMoment(sql`i.submitted_at`)} as "submittedAt",
        i.score, i.verdict
      from inspections i join checklist_versions v on v.id = i.version_id join rooms r on r.id = i.room_id
      join sites s on s.id = r.site_id join people p on p.id = i.started_by left join workplaces w on w.id = i.workplace_id
      where ${sql.join(where, sql` and `)} order by i.started_at desc, i.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.startedAt, row.id])
  },
})

const Reading = z.object({
  id: z.uuid(),
  metric: z.string(),
  value: z.number(),
  unit: z.string(),
  source: z.string(),
  quality: z.string(),
  takenAt: z.string(),
})

/** What was measured at a seat. */
export const listReadings = query({
  verb: 'workplace.readings',
  input: ListReadings,
  output: pageOf(Reading),
  async run({ db, input, reach }) {
    const where = [
      visiblePlace(reach, { people: [], siteId: sql`r.site_id`, workplaceId: sql`m.workplace_id` }),
      sql`m.workplace_id = ${input.workplaceId}`,
    ]
    if (input.metric) where.push(sql`m.metric = ${input.metric}`)
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    if (after) where.push(sql`(m.taken_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    const { rows } = await db.execute<z.infer<typeof Reading>>(sql`
      select m.id, m.metric, m.value, m.unit, m.source, m.quality, ${isoMoment(sql`m.taken_at`)} as "takenAt"
      from readings m join rooms r on r.id = m.room_id
      where ${sql.join(where, sql` and `)} order by m.taken_at desc, m.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.takenAt, row.id])
  },
})
