import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visiblePlace } from '#server/workplace/action-queries'
import { Limits, limitsOf } from '#server/workplace/content-queries'
import { Instrument, namedInstrument } from '#server/workplace/instrument-queries'

const Answer = z.object({
  state: z.enum(['answered', 'na', 'not-measured']),
  yes: z.boolean().nullable(),
  number: z.number().nullable(),
  choice: z.string().nullable(),
  words: z.string().nullable(),
  comment: z.string().nullable(),
  reason: z.string().nullable(),
  instrumentId: z.uuid().nullable(),
  /** What it was measured with, and the certificate as it stood then. */
  instrument: z.string().nullable(),
  calibratedUntil: z.string().nullable(),
  /** When the seat itself measured it, as long as nobody has changed it. */
  fromSeat: z.string().nullable(),
  by: z.string(),
  band: z.enum(['ok', 'warn', 'fail']).nullable(),
  revision: z.number(),
})
export const AskedItem = z.object({
  id: z.uuid(),
  key: z.string(),
  type: z.enum(['yes-no', 'scale', 'number', 'choice', 'text', 'photo']),
  title: Text,
  hint: Text.nullable(),
  critical: z.boolean(),
  unit: z.string().nullable(),
  plausibleLow: z.number().nullable(),
  plausibleHigh: z.number().nullable(),
  scaleMin: z.number().nullable(),
  scaleMax: z.number().nullable(),
  naAllowed: z.boolean(),
  measuredBy: z.enum(['person', 'browser']),
  instrumentKind: z.string().nullable(),
  photoOnFail: z.boolean(),
  /** By these a device says at once, without a connection too, how an answer will be rated. */
  limits: Limits,
  options: z.array(z.object({ key: z.string(), label: Text, score: z.number() })),
})
const Item = AskedItem.extend({ photos: z.array(z.uuid()), answer: Answer.nullable() })
const Section = z.object({ id: z.uuid(), title: Text, items: z.array(Item) })
const Round = z.object({
  id: z.uuid(),
  checklist: Text,
  version: z.number(),
  kind: z.string(),
  status: z.string(),
  season: z.enum(['warm', 'cold']),
  siteId: z.uuid(),
  /** The team of whoever sits there, of several the first. */
  teamId: z.uuid().nullable(),
  /** Whose hands it went through: none of them reviews it. */
  doneBy: z.array(z.uuid()),
  seat: z.string().nullable(),
  workplaceId: z.uuid().nullable(),
  room: Text,
  site: Text,
  startedAt: z.string(),
  startedBy: z.string(),
  submittedAt: z.string().nullable(),
  score: z.number().nullable(),
  completeness: z.number().nullable(),
  verdict: z.string().nullable(),
  returned: z.object({ note: z.string(), by: z.string(), at: z.string() }).nullable(),
  /** How often it was given back so far. */
  returns: z.number(),
  instruments: z.array(Instrument),
  sections: z.array(Section),
})
export type RoundForm = z.infer<typeof Round>

/** What a question asks, as parts of a JSON object; `x` is its row. */
export const ASKED = sql`'id', x.id, 'key', x.key, 'type', x.type, 'title', x.title, 'hint', x.hint,
    'critical', x.critical, 'unit', x.unit, 'plausibleLow', x.plausible_low, 'plausibleHigh', x.plausible_high,
    'scaleMin', x.scale_min, 'scaleMax', x.scale_max, 'naAllowed', x.na_allowed, 'measuredBy', x.measured_by,
    'instrumentKind', x.instrument_kind, 'photoOnFail', x.photo_on_fail,
    'limits', ${limitsOf(sql`x.id`)},
    'options', (select coalesce(json_agg(json_build_object('key', o.key, 'label', o.label, 'score', o.score) order by o.position), '[]')
      from item_options o where o.item_id = x.id)`

const ITEMS = sql`(
  select coalesce(json_agg(json_build_object(${ASKED},
    'photos', (select coalesce(json_agg(h.file_id order by h.added_at, h.file_id), '[]') from answer_photos h
      where h.inspection_id = i.id and h.item_id = x.id),
    'answer', (select json_build_object('state', a.state, 'yes', a.yes, 'number', a.number, 'choice', a.choice, 'words', a.words,
        'comment', a.comment, 'reason', a.reason, 'instrumentId', a.instrument_id,
        'instrument', (select m.model || ' № ' || m.serial from instruments m where m.id = a.instrument_id),
        'calibratedUntil', a.calibrated_until,
        'fromSeat', case when a.revision = 1 and a.measured_at < i.started_at then a.measured_at end,
        'by', (select name from people where id = a.answered_by), 'band', a.band, 'revision', a.revision)
      from answers a where a.inspection_id = i.id and a.item_id = x.id)) order by x.position), '[]')
  from checklist_items x
  where x.section_id = c.id and (k.kind <> 'inspection' or x.per_seat = (i.workplace_id is not null)))`

const RETURNED = sql`(
  select json_build_object('note', e.note, 'by', n.name, 'at', e.at) from inspection_reviews e join people n on n.id = e.by_id
  where e.inspection_id = i.id and i.status = 'returned' order by e.at desc limit 1)`

const INSTRUMENTS = (now: Date) => sql`(
  select coalesce(json_agg(${namedInstrument(now)} order by m.kind, m.model, m.serial), '[]')
  from instruments m where (m.site_id is null or m.site_id = r.site_id) and m.retired_at is null)`

/** One round with every question that it asks and every answer so far. */
export const showRound = query({
  verb: 'workplace.round',
  input: z.object({ inspectionId: z.uuid() }),
  output: Round,
  async run({ db, input, reach, now }) {
    const seen = visiblePlace(reach, {
      people: [sql`i.started_by`],
      siteId: sql`r.site_id`,
      workplaceId: sql`i.workplace_id`,
    })
    const { rows } = await db.execute<RoundForm>(sql`
      select i.id, v.title as checklist, v.number as version, k.kind, i.status, i.season, w.code as seat, i.workplace_id as "workplaceId",
        r.title as room, s.name as site, ${isoMoment(sql`i.started_at`)} as "startedAt", p.name as "startedBy",
        ${isoMoment(sql`i.submitted_at`)} as "submittedAt", i.score, i.completeness, i.verdict, r.site_id as "siteId",
        array_remove(array[i.started_by, i.submitted_by]::text[], null) as "doneBy",
        (select ce.team_id from current_seats cs join current_employments ce on ce.person_id = cs.person_id
          where cs.workplace_id = i.workplace_id order by ce.team_id limit 1) as "teamId", ${RETURNED} as returned, ${INSTRUMENTS(now)} as instruments,
        (select count(*)::int from inspection_reviews e where e.inspection_id = i.id and e.outcome = 'returned') as returns,
        (select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title, 'items', ${ITEMS}) order by c.position), '[]')
          from checklist_sections c where c.version_id = i.version_id) as sections
      from inspections i join checklist_versions v on v.id = i.version_id join checklists k on k.id = v.checklist_id
      join rooms r on r.id = i.room_id join sites s on s.id = r.site_id join people p on p.id = i.started_by
      left join workplaces w on w.id = i.workplace_id
      where i.id = ${input.inspectionId} and ${seen}`)
    if (!rows[0]) throw notFound()
    return { ...rows[0], sections: rows[0].sections.filter((section) => section.items.length) }
  },
})
