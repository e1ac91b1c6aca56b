import { requireSession } from '#app/_next/session'
import { isUuid } from '#domain/ids'
import { Refused } from '#domain/refused'
import { asRows, REQUIREMENT_HEAD } from '#domain/requirement-sheet'
import { findLadder } from '#server/career/ladders-queries'
import { SHEET_FORMATS, writeSheet } from '#server/sheets'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

type Context = { params: Promise<{ id: string }> }

/** What a version asks, as a file that can be changed and taken in again. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [{ actor }, { id }] = await Promise.all([requireSession(), params])
  const wanted = new URL(request.url).searchParams.get('format')
  const format = SHEET_FORMATS.find((one) => one === wanted)
  if (!isUuid(id) || !format) return new Response(null, { status: 404 })
  try {
    const { ladder, competences, trainings } = await findLadder(actor, { versionId: id })
    const slugs = (all: { id: string; slug: string }[]) => new Map(all.map((one) => [one.id, one.slug]))
    const names = {
      positions: new Map(ladder.rungs.map(({ positionId, slug }) => [positionId, slug])),
      competences: slugs(competences),
      trainings: slugs(trainings),
    }
    const sheet = { head: REQUIREMENT_HEAD, rows: asRows(ladder.requirements, names) }
    const body = await writeSheet(format, sheet)
    const name = `ladder-${ladder.number}.${format}`
    const headers = {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    }
    return new Response(new Uint8Array(body), { headers })
  } catch (error) {
    if (error instanceof Refused) return new Response(null, { status: 404 })
    throw error
  }
}
