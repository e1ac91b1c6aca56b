import { answering } from '#app/_next/answering'
import { download } from '#app/_next/download'
import type { Actor } from '#domain/access'
import { isUuid } from '#domain/ids'
import { notFound } from '#domain/refused'
import { asRows, REQUIREMENT_HEAD } from '#domain/requirement-sheet'
import { ladderDocument } from '#server/career/document-queries'
import { findLadder } from '#server/career/ladders-queries'
import { SHEET_FORMATS, writeSheet } from '#server/sheets'

type Format = (typeof SHEET_FORMATS)[number]

/** JSON is the whole ladder; a sheet holds what it asks. */
async function bodyOf(actor: Actor, versionId: string, format: Format) {
  const { ladder, competences, trainings } = await findLadder(actor, { versionId })
  const name = `ladder-${ladder.number}.${format}` as const
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
export const GET = answering<{ id: string }>(
  { limit: 'file', stranger: 'sign-in', hides: true },
  async ({ actor }, request, { id }) => {
    const wanted = new URL(request.url).searchParams.get('format')
    const format = SHEET_FORMATS.find((one) => one === wanted)
    if (!isUuid(id) || !format) throw notFound()
    const { name, body } = await bodyOf(actor, id, format)
    return download(name, body)
  },
)
