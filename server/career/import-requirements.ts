import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { competences } from '#db/schema/career'
import { requirements } from '#db/schema/ladders'
import { trainings } from '#db/schema/training'
import { asRequirement, REQUIREMENT_COLUMNS, type SheetNames } from '#domain/requirement-sheet'
import { readSheet, refuseSheet, Sheet, twice } from '#domain/sheets'
import { loadVersion } from '#server/career/ladder-queries'
import { countEdit, lockDraft, ofDraft } from '#server/career/version-queries'
import { command } from '#server/command'

const namesFor = async (tx: Tx, versionId: string): Promise<SheetNames> => {
  const { rungs } = await loadVersion(tx, versionId)
  const known = await tx.select().from(competences)
  const taught = await tx.select().from(trainings)
  const inUse = (all: { id: string; slug: string; retiredAt: Date | null }[]) =>
    new Map(all.filter(({ retiredAt }) => !retiredAt).map(({ id, slug }) => [slug, id]))
  return {
    positions: new Map(rungs.map(({ positionId, slug }) => [slug, positionId])),
    competences: inUse(known),
    trainings: inUse(taught),
  }
}

/** Takes all requirements of a draft from a sheet, in place of those that are there: the whole sheet or nothing. */
export const importRequirements = command({
  verb: 'career.importRequirements',
  input: Sheet.extend({ versionId: z.uuid() }),
  output: z.object({ rows: z.number(), changed: z.boolean() }),
  subject: async (tx, { versionId }) => ofDraft(await lockDraft(tx, versionId)),
  readable: 'career.ladder',
  audit: ({ input, result }) => ({
    kind: 'ladder',
    id: input.versionId,
    detail: { imported: result.rows, dryRun: input.dryRun },
  }),
  async run({ tx, input: { versionId, rows, dryRun }, newId }) {
    const { values, faults } = readSheet(rows, REQUIREMENT_COLUMNS)
    const names = await namesFor(tx, versionId)
    const read = values.map((row) => asRequirement(versionId, row, names))
    refuseSheet([
      ...faults,
      ...read.flatMap((one) => one.faults),
      ...twice(values, 'thing', (row) => [row.position, row.kind, row.thing ?? ''].join('/')),
    ])
    if (dryRun) return { rows: values.length, changed: false }
    await tx.delete(requirements).where(eq(requirements.versionId, versionId))
    const all = read.flatMap(({ value }) => (value ? [{ ...value, id: newId() }] : []))
    if (all.length) await tx.insert(requirements).values(all)
    await countEdit(tx, versionId)
    return { rows: all.length, changed: true }
  },
})
