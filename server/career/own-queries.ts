import { z } from 'zod'
import { covers } from '#domain/access'
import { MOVE_KINDS, Move, targetsFrom } from '#domain/ladder-diff'
import type { Readiness } from '#domain/readiness'
import { Check, readinessOf } from '#domain/readiness'
import { notFound } from '#domain/refused'
import { Step, stepsOf } from '#domain/steps'
import { Text } from '#domain/text'
import type { Ladder } from '#server/career/ladder-queries'
import { LadderPosition, loadPublished } from '#server/career/ladder-queries'
import type { Catalogue, PersonStanding } from '#server/career/standing-queries'
import {
  CatalogueCompetence,
  CatalogueTraining,
  Intent,
  loadCatalogue,
  loadStanding,
} from '#server/career/standing-queries'
import { query } from '#server/query'

const Target = z.object({
  position: LadderPosition,
  /** Null: no move leads there from where the person stands. */
  move: z.enum(MOVE_KINDS).nullable(),
  ready: z.boolean(),
  met: z.number(),
  asked: z.number(),
  steps: z.array(Step),
  checks: z.array(Check),
})
type Target = z.infer<typeof Target>

const previousOf = (ladder: Ladder, positionId: string) =>
  ladder.moves.filter((move) => move.toId === positionId).map((move) => move.fromId)

const readinessFor = (ladder: Ladder, positionId: string, { standing }: PersonStanding): Readiness =>
  readinessOf(
    ladder.requirements.filter((requirement) => requirement.positionId === positionId),
    standing,
    previousOf(ladder, positionId),
  )

const ORDER = { vertical: 0, 'horizontal-inside': 1, 'horizontal-out': 2 } as const

const targetsOf = (
  ladder: Ladder,
  person: PersonStanding,
  catalogue: Catalogue,
  chosen: string | null,
): Target[] => {
  const passed = new Set(Object.keys(person.standing.passed))
  return targetsFrom(ladder.moves, person.positionId, chosen)
    .flatMap((positionId): Target[] => {
      const position = ladder.rungs.find((rung) => rung.positionId === positionId)
      if (!position) return []
      const { ready, met, asked, checks } = readinessFor(ladder, positionId, person)
      const move = ladder.moves.find(
        ({ fromId, toId }) => fromId === person.positionId && toId === positionId,
      )
      return [
        {
          position,
          move: move?.kind ?? null,
          ready,
          met,
          asked,
          steps: stepsOf(checks, catalogue.trainings, passed),
          checks,
        },
      ]
    })
    .toSorted((a, b) => (a.move ? ORDER[a.move] : 3) - (b.move ? ORDER[b.move] : 3))
}

const OwnReadiness = z.object({
  personId: z.uuid(),
  positionId: z.uuid().nullable(),
  ladder: z.object({ versionId: z.uuid(), number: z.number(), title: Text }).nullable(),
  /** The published version is not the one that the person has acknowledged last. */
  hasNews: z.boolean(),
  intent: Intent.nullable(),
  targets: z.array(Target),
  positions: z.array(LadderPosition),
  moves: z.array(Move),
  competences: z.array(CatalogueCompetence),
  trainings: z.array(CatalogueTraining),
  enrolled: z.record(z.string(), z.object({ id: z.uuid(), state: z.string() })),
})

/** For each move open to a person, and the target of their wish: how far they are, and what is missing as steps. */
export const readiness = query({
  verb: 'career.readiness',
  input: z.object({
    personId: z.uuid().optional(),
    targetId: z.uuid().optional(),
    targetSlug: z.string().max(100).optional(),
  }),
  output: OwnReadiness,
  async run({ db, actor, input, reach, now }) {
    const personId = input.personId ?? actor.personId
    const own = personId === actor.personId
    const [person, catalogue, ownLadder] = await Promise.all([
      loadStanding(db, personId, now),
      loadCatalogue(db, now),
      own ? loadPublished(db, actor.positionId) : undefined,
    ])
    if (!covers(reach, { people: [personId], teamId: person.teamId, siteId: person.siteId })) throw notFound()
    // A wish that is private is nobody else's, whoever they are.
    const intent = own || person.intent?.visibility !== 'private' ? person.intent : null
    const ladder = own ? ownLadder : await loadPublished(db, person.positionId)
    const named = ladder?.rungs.find(({ slug }) => slug === input.targetSlug)?.positionId
    const chosen = input.targetId ?? named ?? intent?.targetId ?? null
    return {
      personId,
      positionId: person.positionId,
      ladder: ladder ? { versionId: ladder.id, number: ladder.number, title: ladder.title } : null,
      hasNews: Boolean(ladder && ladder.id !== person.acknowledgedId),
      intent,
      targets: ladder ? targetsOf(ladder, person, catalogue, chosen) : [],
      positions: ladder?.rungs ?? [],
      moves: ladder?.moves ?? [],
      enrolled: person.enrolled,
      ...catalogue,
    }
  },
})

const NextStep = z.object({
  position: z.object({ slug: z.string(), title: Text }),
  met: z.number(),
  asked: z.number(),
  ready: z.boolean(),
  step: z
    .object({
      kind: Step.shape.kind,
      training: z.object({ slug: z.string(), title: Text, enrolled: z.boolean() }).nullable(),
    })
    .nullable(),
})

/** For the first page: the chosen target or else the next rung up, the share met, and the first thing missing. */
export const nextStep = query({
  verb: 'career.nextStep',
  input: z.object({}),
  output: z.object({ intent: Intent.shape.kind.nullable(), next: NextStep.nullable() }),
  async run({ db, actor, now }) {
    const [person, ladder, catalogue] = await Promise.all([
      loadStanding(db, actor.personId, now),
      loadPublished(db, actor.positionId),
      loadCatalogue(db, now),
    ])
    const intent = person.intent?.kind ?? null
    const targets =
      ladder && intent !== 'stay' ? targetsOf(ladder, person, catalogue, person.intent?.targetId ?? null) : []
    const target =
      targets.find(({ position }) => position.positionId === person.intent?.targetId) ?? targets[0]
    if (!target) return { intent, next: null }
    const first = target.steps.find(({ hard }) => hard)
    const training = catalogue.trainings.find(({ id }) => id === first?.trainingId)
    const { slug, title } = target.position
    const { met, asked, ready } = target
    const named = training && {
      slug: training.slug,
      title: training.title,
      enrolled: training.id in person.enrolled,
    }
    const step = first ? { kind: first.kind, training: named ?? null } : null
    return { intent, next: { position: { slug, title }, met, asked, ready, step } }
  },
})
