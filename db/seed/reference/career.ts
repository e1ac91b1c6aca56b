import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { competenceLevels, competences, positions } from '#db/schema/career'
import { ladders, ladderVersions, moves, requirements, rungs } from '#db/schema/ladders'
import { trainingCompetences, trainings } from '#db/schema/training'
import { referenceId } from '#db/seed/reference/ids'
import type { RequirementKind } from '#domain/readiness'
import content from './content/career.json'

type Text = { uk: string; en: string }
type Ask = { kind: string; key?: string; threshold?: number; windowMonths?: number; hard: boolean }
type Content = {
  competences: {
    slug: string
    cluster: string
    title: Text
    externalCodes: string[]
    levels: { level: number; behaviour: Text }[]
  }[]
  trainings: {
    code: string
    slug: string
    title: Text
    format: string
    hours: number
    validMonths: number | null
    examConfirms: boolean
    levels: { competence: string; toLevel: number }[]
  }[]
  positions: {
    slug: string
    family: string
    rung: number | null
    title: Text
    purpose: Text
    levels: { competence: string; level: number }[]
    trainings: string[]
    asks: Ask[]
  }[]
  moves: { from: string; to: string; kind: string }[]
}
const shipped: Content = content

export const LADDER_ID = referenceId('ladder', 'contact-centre')
export const FIRST_VERSION_ID = referenceId('ladder-version', 'contact-centre/1')

/** When the shipped content was made: before anything that can be told of it. */
const SHIPPED_AT = new Date('2026-01-05T09:00:00Z')

const positionId = (slug: string) => referenceId('position', slug)
const competenceId = (slug: string) => referenceId('competence', slug)
const trainingId = (slug: string) => referenceId('training', slug)

const seedWords = async (tx: Tx, now: Date): Promise<void> => {
  await tx
    .insert(positions)
    .values(
      shipped.positions.map(({ slug, title, purpose, family }) => ({
        id: positionId(slug),
        slug,
        title,
        purpose,
        family: family,
        createdAt: now,
      })),
    )
    .onConflictDoNothing()
  await tx
    .insert(competences)
    .values(
      shipped.competences.map(({ slug, cluster, title, externalCodes }) => ({
        id: competenceId(slug),
        slug,
        cluster,
        title,
        externalCodes,
        createdAt: now,
      })),
    )
    .onConflictDoNothing()
  await tx
    .insert(competenceLevels)
    .values(
      shipped.competences.flatMap(({ slug, levels }) =>
        levels.map((l) => ({ ...l, competenceId: competenceId(slug) })),
      ),
    )
    .onConflictDoNothing()
}

const seedTrainings = async (tx: Tx, now: Date): Promise<void> => {
  await tx
    .insert(trainings)
    .values(
      shipped.trainings.map(({ slug, code, title, format, hours, validMonths, examConfirms }) => ({
        id: trainingId(slug),
        slug,
        code,
        title,
        format: format,
        language: 'uk',
        hours,
        validMonths,
        examConfirms,
        createdAt: now,
      })),
    )
    .onConflictDoNothing()
  await tx
    .insert(trainingCompetences)
    .values(
      shipped.trainings.flatMap(({ slug, levels }) =>
        levels.map(({ competence, toLevel }) => ({
          trainingId: trainingId(slug),
          competenceId: competenceId(competence),
          toLevel,
        })),
      ),
    )
    .onConflictDoNothing()
}

type RequirementRow = typeof requirements.$inferInsert

const requirementsOf = ({
  slug,
  levels,
  trainings: asked,
  asks,
}: Content['positions'][number]): RequirementRow[] => {
  const row = (kind: RequirementKind, name: string, rest: Partial<RequirementRow>): RequirementRow => ({
    id: referenceId('requirement', `contact-centre/1/${slug}/${kind}/${name}`),
    versionId: FIRST_VERSION_ID,
    positionId: positionId(slug),
    kind,
    hard: true,
    weight: 1,
    ...rest,
  })
  return [
    ...levels.map(({ competence, level }) =>
      row('competence', competence, { competenceId: competenceId(competence), level }),
    ),
    ...asked.map((training) => row('training', training, { trainingId: trainingId(training) })),
    ...asks.map(({ kind, ...ask }) => row(kind as RequirementKind, ask.key ?? '', ask)),
  ]
}

/** The shipped ladder as its first published version; an installation that has it keeps what it made of it since. */
const seedLadder = async (tx: Tx): Promise<void> => {
  const [known] = await tx.select({ id: ladders.id }).from(ladders).where(eq(ladders.id, LADDER_ID))
  if (known) return
  const title = { uk: 'Карʼєрна драбина контакт-центру', en: 'Contact centre career ladder' }
  await tx.insert(ladders).values({ id: LADDER_ID, slug: 'contact-centre', title, createdAt: SHIPPED_AT })
  await tx.insert(ladderVersions).values({
    id: FIRST_VERSION_ID,
    ladderId: LADDER_ID,
    number: 1,
    state: 'draft',
    edits: 0,
    createdAt: SHIPPED_AT,
  })
  await tx.insert(rungs).values(
    shipped.positions.map(({ slug, rung, title, purpose }) => ({
      versionId: FIRST_VERSION_ID,
      positionId: positionId(slug),
      rung,
      seats: 0,
      title,
      purpose,
    })),
  )
  await tx.insert(moves).values(
    shipped.moves.map(({ from, to, kind }) => ({
      versionId: FIRST_VERSION_ID,
      fromId: positionId(from),
      toId: positionId(to),
      kind: kind,
    })),
  )
  await tx.insert(requirements).values(shipped.positions.flatMap(requirementsOf))
  const whatChanged = {
    uk: 'Перша версія: дванадцять посад, їхні вимоги й переходи між ними.',
    en: 'The first version: twelve positions, what they ask and the moves between them.',
  }
  await tx
    .update(ladderVersions)
    .set({ state: 'published', publishedAt: SHIPPED_AT, whatChanged })
    .where(eq(ladderVersions.id, FIRST_VERSION_ID))
}

/** Positions, competences with levels in words, trainings, and the ladder that they make. */
export async function seedCareerReference(tx: Tx, now: Date): Promise<void> {
  await seedWords(tx, now)
  await seedTrainings(tx, now)
  await seedLadder(tx)
}
