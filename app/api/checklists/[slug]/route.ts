import { requireSession } from '#app/_next/session'
import { CHECKLIST_HEAD, checklistRows } from '#domain/checklist-sheet'
import { Refused } from '#domain/refused'
import { SHEET_FORMATS, writeSheet } from '#server/sheets'
import { showChecklist } from '#server/workplace/checklist-queries'
import { showDraft } from '#server/workplace/draft-queries'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

type Context = { params: Promise<{ slug: string }> }

/** A version of a checklist, or its draft, as a file that can be changed and loaded into a draft again. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [{ actor }, { slug }] = await Promise.all([requireSession(), params])
  const asked = new URL(request.url).searchParams
  const format = SHEET_FORMATS.find((one) => one === asked.get('format'))
  const version = asked.get('version') ?? undefined
  if (!format) return new Response(null, { status: 404 })
  try {
    const { sections } =
      version === 'draft' ? await showDraft(actor, { slug }) : await ofVersion(actor, slug, version)
    const body = await writeSheet(format, { head: CHECKLIST_HEAD, rows: checklistRows(sections) })
    const headers = {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${slug}.${format}"`,
      'cache-control': 'private, no-store',
    }
    return new Response(new Uint8Array(body), { headers })
  } catch (error) {
    if (error instanceof Refused) return new Response(null, { status: 404 })
    throw error
  }
}

const ofVersion = async (
  ...[actor, slug, version]: [Parameters<typeof showChecklist>[0], string, string?]
) => {
  const { sections } = await showChecklist(actor, { slug, version })
  return {
    sections: sections.map(({ key, title, items }) => ({
      key,
      title,
      items: items.map((item) => ({ ...item, norms: item.norms.map((norm) => norm.slug) })),
    })),
  }
}
