import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { readChecklist } from '#domain/checklist-sheet'
import type { SheetFault } from '#domain/sheets'
import { refuseSheet, Sheet } from '#domain/sheets'
import { command } from '#server/command'
import { countEdit, lockDraftOf } from '#server/workplace/lock-draft-queries'
import { dropContent, storeContent } from '#server/workplace/store-checklist'

/** Takes all questions of a draft from a sheet, in place of those that are there: the whole sheet or nothing. */
export const importChecklist = command({
  verb: 'workplace.editChecklist',
  input: Sheet.extend({ slug: z.string().max(100) }),
  output: z.object({ rows: z.number(), changed: z.boolean() }),
  subject: (tx, { slug }) => lockDraftOf(tx, slug),
  audit: ({ subject, input, result }) => ({
    kind: 'checklist',
    id: subject.draft.versionId,
    detail: { imported: result.rows, dryRun: input.dryRun },
  }),
  async run({ tx, input, subject: { draft }, newId }) {
    const { sections, faults } = readChecklist(input.rows)
    refuseSheet(faults)
    const { rows: known } = await tx.execute<{ key: string; type: string }>(
      sql`select key, type from item_keys where checklist_id = ${draft.checklistId}`,
    )
    const { rows: norms } = await tx.execute<{ slug: string }>(sql`select slug from norms`)
    const [types, slugs] = [
      new Map(known.map(({ key, type }) => [key, type])),
      new Set(norms.map((n) => n.slug)),
    ]
    const items = sections.flatMap((section) => section.items)
    const lines = rowNumbers(input.rows)
    refuseSheet(
      items.flatMap((item): SheetFault[] => {
        const row = lines.get(item.key) ?? 1
        const type = types.get(item.key)
        const other = type !== undefined && type !== item.type
        const unknown = item.norms.some((slug) => !slugs.has(slug))
        return [
          ...(other ? [{ row, column: 'type', key: 'wrong' as const }] : []),
          ...(unknown ? [{ row, column: 'norms', key: 'unknown' as const }] : []),
        ]
      }),
    )
    if (input.dryRun) return { rows: items.length, changed: false }
    await dropContent(tx, draft.versionId)
    await storeContent(tx, draft.versionId, sections, newId)
    await countEdit(tx, draft.versionId)
    return { rows: items.length, changed: true }
  },
})

/** In which row of the sheet each question stands. */
const rowNumbers = (rows: readonly (readonly string[])[]): Map<string, number> => {
  const at = rows[0]?.findIndex((name) => name.trim().toLowerCase() === 'key') ?? -1
  return new Map(rows.map((cells, index) => [(cells[at] ?? '').trim(), index + 1]))
}
