import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { OUTCOMES, outcomeOf } from '#domain/workplace'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visible } from '#server/visible'
import { visiblePlace } from '#server/workplace/action-queries'
import { isClosed, lastResult } from '#server/workplace/result-queries'

const Seat = z.object({
  id: z.uuid(),
  code: z.string(),
  room: Text,
  site: Text,
  siteSlug: z.string(),
  people: z.array(z.string()),
  last: z.object({ verdict: z.string(), score: z.number().nullable(), at: z.string() }).nullable(),
  closed: z.boolean(),
  openActions: z.number(),
  readings: z.array(
    z.object({ metric: z.string(), value: z.number(), unit: z.string(), source: z.string(), at: z.string() }),
  ),
  equipment: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      name: z.string(),
      since: z.string(),
      until: z.string().nullable(),
    }),
  ),
})
type Seat = z.infer<typeof Seat>

/** One seat: who sits there, its last result, what it measured last, what stands on it. */
export const showSeat = query({
  verb: 'workplace.seat',
  input: z.object({ workplaceId: z.uuid() }),
  output: z.object({ now: z.string(), outcome: z.enum(OUTCOMES), seat: Seat }),
  async run({ db, input, reach, now }) {
    const seen = visiblePlace(reach, { people: [], siteId: sql`w.site_id`, workplaceId: sql`w.id` })
    const { rows } = await db.execute<Seat>(sql`
      select w.id, w.code, r.title as room, s.name as site, s.slug as "siteSlug",
        array(select p.name from current_seats c join people p on p.id = c.person_id where c.workplace_id = w.id order by p.name) as people,
        (select json_build_object('verdict', l.verdict, 'score', l.score, 'at', l.submitted_at)
          from ${lastResult(sql`w.id`)} l) as last,
        ${isClosed(sql`w.room_id`, sql`w.id`)} as closed,
        (select count(*)::int from actions a where a.workplace_id = w.id and a.status in ('open', 'in-progress')) as "openActions",
        (select coalesce(json_agg(json_build_object('metric', k.metric, 'value', m.value, 'unit', m.unit, 'source', m.source,
            'at', ${isoMoment(sql`m.taken_at`)}) order by k.metric), '[]')
          from unnest(${sql.param(SHOWN)}::text[]) k (metric)
          cross join lateral (select value, unit, source, taken_at from readings
            where workplace_id = w.id and metric = k.metric and quality = 'ok' order by taken_at desc limit 1) m) as readings,
        (select coalesce(json_agg(json_build_object('id', q.id, 'kind', q.kind, 'name', q.name, 'since', q.since, 'until', q.until)
            order by q.until is not null, q.since desc), '[]')
          from equipment q where q.workplace_id = w.id) as equipment
      from workplaces w join rooms r on r.id = w.room_id join sites s on s.id = w.site_id
      where w.id = ${input.workplaceId} and ${seen}`)
    const seat = rows[0]
    if (!seat) throw notFound()
    const outcome = outcomeOf(seat.last, seat.closed, now)
    return { now: now.toISOString(), outcome, seat }
  },
})

const SHOWN = [
  'pop_p95_s',
  'cpu_job_ms',
  'rtt_ms',
  'rtt_jitter_ms',
  'mic_snr_db',
  'mic_noise_dbfs',
  'screen_hz',
]

const Labels = z.object({
  site: Text,
  seats: z.array(z.object({ id: z.uuid(), code: z.string(), room: Text })),
})

/** The seats of a site for a sheet of labels. */
export const listLabels = query({
  verb: 'workplace.editMap',
  input: z.object({ site: z.string().max(100) }),
  output: Labels,
  async run({ db, input, reach }) {
    const { rows } = await db.execute<z.infer<typeof Labels>>(sql`
      select s.name as site, (select coalesce(json_agg(json_build_object('id', w.id, 'code', w.code, 'room', r.title)
          order by r.code, w.code), '[]')
        from workplaces w join rooms r on r.id = w.room_id where w.site_id = s.id and w.retired_at is null) as seats
      from sites s where s.slug = ${input.site} and ${visible(reach, { siteId: sql`s.id` })}`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})
