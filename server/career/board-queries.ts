import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Requirement } from '#domain/readiness'
import type { Counted } from '#server/career/consequence-queries'
import { readyRow } from '#server/career/consequence-queries'
import type { FlowRow } from '#server/career/flow-queries'
import { Flow, flowOf, flowRow } from '#server/career/flow-queries'
import { loadPublished, publishedId } from '#server/career/ladder-queries'
import type { Override } from '#server/career/scoreboard-queries'
import {
  Informed,
  informedRow,
  Matched,
  matchedOf,
  overrideRow,
  Works,
  worksRow,
} from '#server/career/scoreboard-queries'
import { loadCatalogue } from '#server/career/standing-queries'
import { query } from '#server/query'

const Board = z.object({
  informed: Informed,
  matched: Matched,
  works: Works,
  flow: Flow.nullable(),
  requirements: z.array(Requirement),
})
type Row = {
  informed: Informed
  works: Works
  override: Override | null
  flow: FlowRow | null
  counted: Counted | null
}

/** The three numbers with the rows behind them, in three statements; the year's flow where it is asked for. */
export const careerBoard = query({
  verb: 'career.board',
  input: z.object({ flow: z.stringbool().or(z.boolean()).optional() }),
  output: Board,
  async run({ db, actor, input, now }) {
    const version = publishedId(actor.positionId)
    const flow = input.flow
      ? sql`(select row_to_json(x) from (${flowRow(actor, now)}) x) as flow, (select row_to_json(x) from (${readyRow(version, now)}) x) as counted`
      : sql`null::json as flow, null::json as counted`
    const [ladder, catalogue, { rows }] = await Promise.all([
      loadPublished(db, actor.positionId),
      loadCatalogue(db, now),
      db.execute<Row>(sql`
        select (select row_to_json(x) from (${informedRow}) x) as informed, (select row_to_json(x) from (${worksRow(now)}) x) as works,
          (select row_to_json(x) from (${overrideRow(version)}) x) as override, ${flow}`),
    ])
    const { informed, works, override, flow: year, counted } = rows[0] as Row
    return {
      informed,
      matched: matchedOf(ladder, catalogue, override),
      works,
      flow: year && counted ? flowOf(year, ladder, counted, actor) : null,
      requirements: ladder?.requirements ?? [],
    }
  },
})
