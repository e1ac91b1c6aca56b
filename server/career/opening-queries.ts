import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { ListOpenings } from '#domain/openings'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { Check } from '#domain/readiness'
import { notFound } from '#domain/refused'
import { atMost } from '#server/at-most'
import { query } from '#server/query'
import { visible } from '#server/visible'

const OpeningRow = z.object({
  id: z.uuid(),
  position: z.object({ id: z.uuid(), slug: z.string(), title: Text }),
  site: z.object({ id: z.uuid(), name: Text }),
  team: Text.nullable(),
  seats: z.number(),
  taken: z.number(),
  applied: z.number(),
  about: Text.nullable(),
  opensOn: z.string(),
  closesOn: z.string(),
  decideBy: z.string(),
  cancelReason: z.string().nullable(),
  /** What became of the reader's own application, where there is one. */
  own: z.object({ id: z.uuid(), state: z.string() }).nullable(),
})
type OpeningRow = z.infer<typeof OpeningRow>

const openingsSeenBy = (personId: string) => sql`
  select o.id, json_build_object('id', p.id, 'slug', p.slug, 'title', p.title) as position,
    json_build_object('id', s.id, 'name', s.name) as site, t.name as team, o.seats,
    (select count(*)::int from applications a where a.opening_id = o.id and a.state = 'accepted') as taken,
    (select count(*)::int from applications a where a.opening_id = o.id and a.state <> 'withdrawn') as applied,
    o.about, o.opens_on::text as "opensOn", o.closes_on::text as "closesOn", o.decide_by::text as "decideBy",
    o.cancel_reason as "cancelReason",
    (select json_build_object('id', a.id, 'state', a.state) from applications a
      where a.opening_id = o.id and a.person_id = ${personId}) as own
  from openings o join positions p on p.id = o.position_id join sites s on s.id = o.site_id left join teams t on t.id = o.team_id`

/** Internal openings, those decided soonest first; past ones on request, the latest first. */
export const listOpenings = query({
  verb: 'career.openings',
  input: ListOpenings,
  output: pageOf(OpeningRow),
  async run({ db, actor, input, now }) {
    const today = sql`${now.toISOString()}::timestamptz::date`
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    const isLive = sql`o.decide_by >= ${today} and o.cancelled_at is null`
    const later = input.past ? sql`<` : sql`>`
    const { rows } = await db.execute<OpeningRow>(sql`
      ${openingsSeenBy(actor.personId)}
      where ${input.past ? sql`not (${isLive})` : isLive}
        and ${after ? sql`(o.decide_by, o.id) ${later} (${after[0]}::date, ${after[1]}::uuid)` : sql`true`}
      order by ${input.past ? sql`o.decide_by desc, o.id desc` : sql`o.decide_by, o.id`} ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.decideBy, row.id])
  },
})

/** One opening with what became of the reader's own application. */
export const findOpening = query({
  verb: 'career.opening',
  input: z.object({ openingId: z.uuid() }),
  output: OpeningRow,
  async run({ db, actor, input }) {
    const { rows } = await db.execute<OpeningRow>(
      sql`${openingsSeenBy(actor.personId)} where o.id = ${input.openingId}`,
    )
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})

const ApplicationRow = z.object({
  id: z.uuid(),
  openingId: z.uuid(),
  person: z.object({ id: z.uuid(), name: z.string() }),
  position: z.object({ slug: z.string(), title: Text }),
  state: z.enum(['submitted', 'accepted', 'declined', 'withdrawn']),
  appliedAt: z.string(),
  ready: z.boolean(),
  snapshot: z.array(Check),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  releaseOn: z.string().nullable(),
  releasedAt: z.string().nullable(),
  slips: z.number(),
  talk: z.object({ heldOn: z.string(), by: z.string(), nextStep: z.string() }).nullable(),
  decideBy: z.string(),
  /** Where the person stands now, as the policy asks. */
  teamId: z.uuid().nullable(),
  siteId: z.uuid().nullable(),
})
const PERSON = { people: [sql`a.person_id`], teamId: sql`e.team_id`, siteId: sql`e.site_id` }
const OPENING = { siteId: sql`o.site_id` }

/** Applications: one's own, those of one's people, and those for openings that one decides. Newest first. */
export const listApplications = query({
  verb: 'career.applications',
  input: ListOpenings.omit({ past: true }).extend({
    openingId: z.uuid().optional(),
    personId: z.uuid().optional(),
  }),
  output: pageOf(ApplicationRow),
  async run({ db, input, reach }) {
    const after = fromCursor<[string]>(input.cursor, ['string'])?.[0]
    const { rows } = await db.execute<z.infer<typeof ApplicationRow>>(sql`
      select a.id, a.opening_id as "openingId", json_build_object('id', p.id, 'name', p.name) as person,
        json_build_object('slug', po.slug, 'title', po.title) as position, a.state, to_json(a.applied_at) #>> '{}' as "appliedAt",
        a.ready, a.snapshot, d.name as "decidedBy", to_json(a.decided_at) #>> '{}' as "decidedAt", a.reason,
        a.release_on::text as "releaseOn", to_json(a.released_at) #>> '{}' as "releasedAt",
        (select count(*)::int from release_slips s where s.application_id = a.id) as slips,
        (select json_build_object('heldOn', r.held_on, 'by', h.name, 'nextStep', r.next_step)
          from refusal_talks r join people h on h.id = r.held_by where r.application_id = a.id) as talk,
        o.decide_by::text as "decideBy", e.team_id as "teamId", e.site_id as "siteId"
      from applications a join openings o on o.id = a.opening_id join positions po on po.id = o.position_id
      join people p on p.id = a.person_id left join people d on d.id = a.decided_by
      left join current_employments e on e.person_id = a.person_id
      where (${visible(reach, PERSON)} or ${visible(reach, OPENING)})
        and ${input.openingId ? sql`a.opening_id = ${input.openingId}` : sql`true`}
        and ${input.personId ? sql`a.person_id = ${input.personId}` : sql`true`}
        and ${after ? sql`a.id < ${after}::uuid` : sql`true`}
      order by a.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.id])
  },
})
