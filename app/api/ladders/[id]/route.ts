import { requireSession } from '#app/_next/session'
import type { Actor } from '#domain/access'
import { isUuid } from '#domain/ids'
import { Refused } from '#domain/refused'
import { asRows, REQUIREMENT_HEAD } from '#domain/requirement-sheet'
import { ladderDocument } from '#server/career/document-queries'
import { findLadder } from '#server/career/ladders-queries'
import { SHEET_FORMATS, writeSheet } from '#server/sheets'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

type Context = { params: Promise<{ id: string }> }

type Format = (typeof SHEET_FORMATS)[number]

/** JSON is the whole ladder; a sheet holds what it asks. */
async function bodyOf(actor: Actor, versionId: string, format: Format) {
  const { ladder, competences, trainings } = await findLadder(actor, { versionId })
  const name = `ladder-${ladder.number}.${format}`
  if (format === 'json') {
    const document = await ladderDocument(actor, { versionId })
    return { name, body: Buffer.from(JSON.stringify(document, null, 2)) }
  }
  const slugs = (all: { id: string; slug: string }[]) => new Map(all.map((one) => [one.id, one.slug]))
  const names = {
    positions: new Map(ladder.rungs.map(({ positionId, slug }) => [positionId, slug])),
    competences: slugs(competences),
    trainings: slugs(trainings),
  }
  const sheet = { head: REQUIREMENT_HEAD, rows: asRows(ladder.requirements, names) }
  return { name, body: await writeSheet(format, sheet) }
}

/** A version as a file that can be changed and taken in again. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [{ actor }, { id }] = await Promise.all([requireSession(), params])
  const wanted = new URL(request.url).searchParams.get('format')
  const format = SHEET_FORMATS.find((one) => one === wanted)
  if (!isUuid(id) || !format) return new Response(null, { status: 404 })
  try {
    const { name, body } = await bodyOf(actor, id, format)
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
