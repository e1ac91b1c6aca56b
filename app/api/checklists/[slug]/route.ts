import { answering } from '#app/_next/answering'
import { download } from '#app/_next/download'
import type { Actor } from '#domain/access'
import { CHECKLIST_HEAD, checklistRows } from '#domain/checklist-sheet'
import { notFound } from '#domain/refused'
import { SHEET_FORMATS, writeSheet } from '#server/sheets'
import { showChecklist } from '#server/workplace/checklist-queries'
import { showDraft } from '#server/workplace/draft-queries'

const ofVersion = async (actor: Actor, slug: string, version: string | undefined) => {
  const { sections } = await showChecklist(actor, { slug, version })
  return {
    sections: sections.map(({ key, title, items }) => ({
      key,
      title,
      items: items.map((item) => ({ ...item, norms: item.norms.map((norm) => norm.slug) })),
    })),
  }
}

/** A version of a checklist, or its draft, as a file that can be changed and loaded into a draft again. */
export const GET = answering<{ slug: string }>(
  { limit: 'file', stranger: 'sign-in', hides: true },
  async ({ actor }, request, { slug }) => {
    const asked = new URL(request.url).searchParams
    const format = SHEET_FORMATS.find((one) => one === asked.get('format'))
    const version = asked.get('version') ?? undefined
    if (!format) throw notFound()
    const { sections } =
      version === 'draft' ? await showDraft(actor, { slug }) : await ofVersion(actor, slug, version)
    const body = await writeSheet(format, { head: CHECKLIST_HEAD, rows: checklistRows(sections) })
    return download(`${slug}.${format}`, body)
  },
)
