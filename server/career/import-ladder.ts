import { eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { competenceLevels, competences, positions } from '#db/schema/career'
import { moves, requirements, rungs } from '#db/schema/ladders'
import { trainings } from '#db/schema/training'
import type { DocumentFault, LadderDocument } from '#domain/ladder-document'
import { readDocument, refuseDocument } from '#domain/ladder-document'
import { asRequirement } from '#domain/requirement-sheet'
import { countEdit, lockDraft, ofDraft } from '#server/career/version-queries'
import type { Context } from '#server/command'
import { command } from '#server/command'

type Making = Pick<Context, 'tx' | 'now' | 'newId'>
type Known = { id: string; slug: string; retiredAt: Date | null }
type Ids = Map<string, string>

const idsOf = (rows: readonly Known[]): Ids => new Map(rows.map(({ id, slug }) => [slug, id]))

/** Ids of what the file speaks of, old and new; what is retired here is as good as unknown. */
const idsFor = async (tx: Tx, document: LadderDocument, newId: () => string) => {
  const slugs = document.positions.map(({ slug }) => slug)
  const places = await tx.select().from(positions).where(inArray(positions.slug, slugs))
  const [known, taught] = [await tx.select().from(competences), await tx.select().from(trainings)]
  const inUse = (rows: readonly Known[]) => idsOf(rows.filter(({ retiredAt }) => !retiredAt))
  const fresh = document.competences.filter(({ slug }) => !known.some((one) => one.slug === slug))
  const ids = { positions: inUse(places), competences: inUse(known), trainings: inUse(taught) }
  const missing = document.positions.filter(({ slug }) => !places.some((one) => one.slug === slug))
  for (const { slug } of missing) ids.positions.set(slug, newId())
  for (const { slug } of fresh) ids.competences.set(slug, newId())
  return { ids, missing, fresh }
}

/** A competence that is not here yet comes with its levels in words. */
const addCompetences = async ({ tx, now }: Making, fresh: LadderDocument['competences'], ids: Ids) => {
  if (!fresh.length) return
  const idOf = (slug: string) => ids.get(slug) ?? ''
  await tx.insert(competences).values(
    fresh.map(({ slug, title, cluster }) => ({
      id: idOf(slug),
      slug,
      title,
      cluster,
      externalCodes: [],
      createdAt: now,
    })),
  )
  const levels = fresh.flatMap(({ slug, levels: words }) =>
    words.map((one) => ({ ...one, competenceId: idOf(slug) })),
  )
  if (levels.length) await tx.insert(competenceLevels).values(levels)
}

/** Takes a whole ladder from a file in place of what a draft says: all of it or nothing. */
export const importLadder = command({
  verb: 'career.importLadder',
  input: z.object({ versionId: z.uuid(), document: z.unknown(), dryRun: z.boolean().default(false) }),
  output: z.object({ rows: z.number(), changed: z.boolean() }),
  subject: async (tx, { versionId }) => ofDraft(await lockDraft(tx, versionId)),
  readable: 'career.ladder',
  audit: ({ input, result }) => ({
    kind: 'ladder',
    id: input.versionId,
    detail: { imported: result.rows, dryRun: input.dryRun },
  }),
  async run({ tx, input: { versionId, document: given, dryRun }, now, newId }) {
    const { document, faults } = readDocument(given)
    refuseDocument(faults)
    if (!document) return { rows: 0, changed: false }
    const { ids, missing, fresh } = await idsFor(tx, document, newId)
    const retired = document.positions.flatMap(({ slug }, index): DocumentFault[] =>
      ids.positions.has(slug) ? [] : [{ list: 'positions', at: index + 1, field: 'slug', key: 'unknown' }],
    )
    const read = document.requirements.map((line, index) => {
      const { thing, level, threshold, months, ...rest } = line
      const row = {
        ...rest,
        row: index + 1,
        thing: thing ?? undefined,
        level: level ?? undefined,
        threshold: threshold ?? undefined,
        months: months ?? undefined,
      }
      return asRequirement(versionId, row, ids)
    })
    const unreadable = read.flatMap((one) =>
      one.faults.map(
        ({ row, column }): DocumentFault => ({
          list: 'requirements',
          at: row,
          field: column,
          key: 'unknown',
        }),
      ),
    )
    refuseDocument([...retired, ...unreadable])
    const rows = document.positions.length + document.moves.length + document.requirements.length
    if (dryRun) return { rows, changed: false }
    await addCompetences({ tx, now, newId }, fresh, ids.competences)
    const idOf = (slug: string) => ids.positions.get(slug) ?? ''
    if (missing.length)
      await tx.insert(positions).values(
        missing.map(({ slug, title, purpose, family }) => ({
          id: idOf(slug),
          slug,
          title,
          purpose,
          family,
          createdAt: now,
        })),
      )
    // Moves and requirements go with the positions that they belong to.
    await tx.delete(rungs).where(eq(rungs.versionId, versionId))
    await tx.insert(rungs).values(
      document.positions.map(({ slug, family: _, ...place }) => ({
        ...place,
        versionId,
        positionId: idOf(slug),
      })),
    )
    const between = document.moves.map(({ from, to, kind }) => ({
      versionId,
      fromId: idOf(from),
      toId: idOf(to),
      kind,
    }))
    if (between.length) await tx.insert(moves).values(between)
    const asked = read.flatMap(({ value }) => (value ? [{ ...value, id: newId() }] : []))
    if (asked.length) await tx.insert(requirements).values(asked)
    await countEdit(tx, versionId)
    return { rows, changed: true }
  },
})
