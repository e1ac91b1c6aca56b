import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '#domain/access'
import { Hole, haveGrown, holesOf } from '#domain/holes'
import { differenceOf, LadderDifference } from '#domain/ladder-diff'
import { Text } from '#domain/localized'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { notFound } from '#domain/refused'
import { atMost } from '#server/at-most'
import type { Weighed } from '#server/career/consequence-queries'
import { Consequences, consequencesOf, weighedColumns } from '#server/career/consequence-queries'
import { Ladder, loadPair } from '#server/career/ladder-queries'
import { CatalogueCompetence, CatalogueTraining, loadCatalogue } from '#server/career/standing-queries'
import { query } from '#server/query'

const VersionRow = z.object({
  id: z.uuid(),
  number: z.number(),
  state: z.enum(['draft', 'published', 'superseded']),
  whatChanged: Text.nullable(),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
})
const LadderRow = z.object({ id: z.uuid(), slug: z.string(), title: Text, versions: z.array(VersionRow) })

const versionsOf = (withDrafts: boolean) => sql`
  (select coalesce(json_agg(json_build_object('id', v.id, 'number', v.number, 'state', v.state, 'whatChanged', v.what_changed,
      'publishedAt', v.published_at, 'publishedBy', p.name) order by v.number desc), '[]')
    from ladder_versions v left join people p on p.id = v.published_by
    where v.ladder_id = l.id and (v.state <> 'draft' or ${withDrafts}))`

/** Ladders with all their versions; drafts are seen by those who may write one. */
export const listLadders = query({
  verb: 'career.ladders',
  input: Page,
  output: pageOf(LadderRow),
  async run({ db, actor, input }) {
    const after = fromCursor<[string]>(input.cursor, ['string'])?.[0] ?? ''
    const { rows } = await db.execute<z.infer<typeof LadderRow>>(sql`
      select l.id, l.slug, l.title, ${versionsOf(mayEver(actor, 'career.consequences'))} as versions
      from ladders l where l.retired_at is null and l.slug > ${after} order by l.slug ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.slug])
  },
})

const LadderVersion = z.object({
  ladder: Ladder,
  versions: z.array(VersionRow),
  /** With which version it is compared: the one asked for, else the one that it was made from. */
  comparedWith: z.object({ id: z.uuid(), number: z.number() }).nullable(),
  difference: LadderDifference.nullable(),
  /** Positions that only the other version has, for their names. */
  gone: z.array(z.object({ positionId: z.uuid(), title: Text })),
  holes: z.array(Hole),
  competences: z.array(CatalogueCompetence),
  trainings: z.array(CatalogueTraining),
  /** What somebody asked to publish with holes, for as long as it matters: the newest. */
  override: z
    .object({
      id: z.uuid(),
      reason: z.string(),
      askedBy: z.object({ id: z.uuid(), name: z.string() }),
      approvedBy: z.string().nullable(),
      /** Edited since, or with holes that it does not name: it has to be asked again. */
      stale: z.boolean(),
      holes: z.array(Hole),
    })
    .nullable(),
  /** What it would mean for people, where that is asked for by whoever may know. */
  consequences: Consequences.nullable(),
})
type Override = z.infer<typeof LadderVersion>['override']

/** What was agreed covers only holes that were there to be read. */
const heldAgainst = (override: Override, holes: Hole[]): Override =>
  override && { ...override, stale: override.stale || haveGrown(override.holes, holes) }

type Found = Pick<z.infer<typeof LadderVersion>, 'versions' | 'override'> & Partial<Weighed>

/** One version in full, what it says otherwise than another, and what nobody could learn for it today. */
export const findLadder = query({
  verb: 'career.ladder',
  input: z.object({
    versionId: z.uuid(),
    compareWith: z.uuid().optional(),
    weigh: z.stringbool().or(z.boolean()).optional(),
  }),
  output: LadderVersion,
  async run({ db, actor, input, now }) {
    const [{ ladder, other }, catalogue] = await Promise.all([
      loadPair(db, input.versionId, input.compareWith),
      loadCatalogue(db, now),
    ])
    const mayDraft = mayEver(actor, 'career.consequences')
    if (ladder.state === 'draft' && !mayDraft) throw notFound()
    if (other && (other.ladderId !== ladder.ladderId || (other.state === 'draft' && !mayDraft)))
      throw notFound()
    const weighs = input.weigh && mayDraft && ladder.state !== 'superseded'
    const { rows } = await db.execute<Found>(sql`
      select ${weighs ? sql`${weighedColumns(ladder.id, now)},` : sql``} ${versionsOf(mayDraft)} as versions,
        (select json_build_object('id', o.id, 'reason', o.reason, 'askedBy', json_build_object('id', a.id, 'name', a.name),
            'approvedBy', b.name, 'stale', o.edits <> ${ladder.edits}::int, 'holes', o.holes)
          from ladder_overrides o join people a on a.id = o.asked_by left join people b on b.id = o.approved_by
          where o.version_id = ${ladder.id} order by o.asked_at desc limit 1) as override
      from ladders l where l.id = ${ladder.ladderId}`)
    const { versions = [], override = null, counted, before = null, around } = rows[0] ?? {}
    const holes = holesOf(ladder, catalogue.trainings)
    return {
      ladder,
      versions,
      override: ladder.state === 'draft' ? heldAgainst(override, holes) : override,
      consequences: counted && around ? consequencesOf(ladder, catalogue, { counted, before, around }) : null,
      comparedWith: other && { id: other.id, number: other.number },
      difference: other && differenceOf(other, ladder),
      gone: (other?.rungs ?? []).filter(
        ({ positionId }) => !ladder.rungs.some((rung) => rung.positionId === positionId),
      ),
      holes,
      ...catalogue,
    }
  },
})
