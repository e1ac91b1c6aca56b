import { z } from 'zod'
import type { Tx } from '#db/client'
import { competences } from '#db/schema/career'
import { readSheet, refuseSheet, Sheet, type SheetFault, twice } from '#domain/sheets'
import { TRAINING_COLUMNS } from '#domain/training-sheet'
import { command } from '#server/command'
import { keepTraining, nextNumber } from '#server/training/catalogue-queries'
import { refuseTooMany, trainingsByName } from '#server/training/sheet-queries'

const competencesBySlug = async (tx: Tx) => {
  const rows = await tx.select().from(competences)
  return new Map(rows.filter(({ retiredAt }) => !retiredAt).map((one) => [one.slug, one]))
}

const english = (uk: string, en: string | undefined) => ({ uk, ...(en && { en }) })

/** Adds trainings from a sheet to the catalogue: the whole sheet or nothing. */
export const importTrainings = command({
  verb: 'training.importTrainings',
  input: Sheet,
  output: z.object({ rows: z.number(), changed: z.boolean() }),
  subject: () => ({}),
  audit: ({ input, result }) => ({
    kind: 'training',
    id: null,
    detail: { rows: result.rows, dryRun: input.dryRun },
  }),
  async run({ tx, input, now, newId }) {
    const { values, faults } = readSheet(input.rows, TRAINING_COLUMNS)
    refuseTooMany(values)
    const [known, byName] = [await competencesBySlug(tx), await trainingsByName(tx)]
    const titles = new Set([...byName.values()].map(({ title }) => title.uk.toLowerCase()))
    const at = (column: string, key: SheetFault['key'], is: (row: (typeof values)[number]) => boolean) =>
      values.filter(is).map(({ row }): SheetFault => ({ row, column, key }))
    refuseSheet([
      ...faults,
      ...at('levels', 'unknown', ({ levels }) => !levels.every(({ competence }) => known.has(competence))),
      ...at(
        'levels',
        'twice',
        ({ levels }) => new Set(levels.map((one) => one.competence)).size < levels.length,
      ),
      ...at('title', 'twice', ({ title }) => titles.has(title.toLowerCase())),
      ...at('code', 'twice', ({ code }) => Boolean(code && byName.has(code.toLowerCase()))),
      ...twice(values, 'title', ({ title }) => title.toLowerCase()),
      ...twice(
        values.filter(({ code }) => code),
        'code',
        ({ code }) => (code ?? '').toLowerCase(),
      ),
    ])
    if (input.dryRun) return { rows: values.length, changed: false }
    let number = await nextNumber(tx)
    for (const row of values) {
      await keepTraining(
        { tx, now, newId },
        {
          title: english(row.title, row.title_en),
          about: english(row.about, row.about_en),
          format: row.format,
          language: row.language ?? 'uk',
          hours: row.hours,
          validMonths: row.valid_months ?? null,
          examConfirms: row.exam_confirms ?? false,
        },
        row.levels.flatMap(({ competence, level }) => {
          const found = known.get(competence)
          return found ? [{ competence: found, level }] : []
        }),
        { number, code: row.code },
      )
      number += 1
    }
    return { rows: values.length, changed: true }
  },
})
