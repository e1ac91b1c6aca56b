import { z } from 'zod'
import { covers } from '#domain/access'
import { Move } from '#domain/ladder-diff'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { Step } from '#domain/steps'
import { LadderPosition, loadPublished } from '#server/career/ladder-queries'
import { Plan } from '#server/career/plan-queries'
import { Mastery, PersonRecord } from '#server/career/record-queries'
import {
  CatalogueCompetence,
  CatalogueTraining,
  Intent,
  loadCatalogue,
  loadStanding,
} from '#server/career/standing-queries'
import { Target, targetsOf, waysTo } from '#server/career/target-queries'
import { query } from '#server/query'

const flag = z.stringbool().or(z.boolean()).optional()

const OwnReadiness = z.object({
  personId: z.uuid(),
  name: z.string(),
  /** False: the reader goes along with a plan of theirs, and only that is here. */
  led: z.boolean(),
  position: Text.nullable(),
  teamId: z.uuid().nullable(),
  siteId: z.uuid().nullable(),
  /** The day at the person's site. */
  today: z.string(),
  positionId: z.uuid().nullable(),
  ladder: z.object({ versionId: z.uuid(), number: z.number(), title: Text }).nullable(),
  /** The published version is not the one that the person has acknowledged last. */
  hasNews: z.boolean(),
  informed: z.boolean(),
  intent: Intent.nullable(),
  targets: z.array(Target),
  positions: z.array(LadderPosition),
  moves: z.array(Move),
  competences: z.array(CatalogueCompetence),
  trainings: z.array(CatalogueTraining),
  enrolled: z.record(z.string(), z.object({ id: z.uuid(), state: z.string() })),
  plans: z.array(Plan),
  proposed: z.record(z.string(), z.number()),
  companions: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Where no move leads to the chosen target: the best way there through others, and the second best. */
  ways: z.array(
    z.object({
      legs: z.array(z.object({ toId: z.uuid(), months: z.number(), hours: z.number() })),
      months: z.number(),
      hours: z.number(),
    }),
  ),
  /** Both only where they are asked for; the record also only within the reader's own reach. */
  record: PersonRecord.nullable(),
  mastery: Mastery.nullable(),
})

/** What whoever goes along with a plan reads of somebody whom they lead no longer: that plan, how far it is, and no more. */
const planOnly = (whole: z.infer<typeof OwnReadiness>, readerId: string): z.infer<typeof OwnReadiness> => {
  const plans = whole.plans.filter(({ companion }) => companion?.id === readerId)
  const planned = new Set(plans.map(({ targetId }) => targetId))
  return {
    ...whole,
    led: false,
    plans,
    targets: whole.targets.filter(({ position }) => planned.has(position.positionId)),
    intent: null,
    hasNews: false,
    informed: false,
    enrolled: {},
    proposed: {},
    companions: [],
    ways: [],
    record: null,
  }
}

/** For each move open to a person, and the target of their wish: how far they are, and what is missing as steps. */
export const readiness = query({
  verb: 'career.readiness',
  input: z.object({
    personId: z.uuid().optional(),
    targetId: z.uuid().optional(),
    targetSlug: z.string().max(100).optional(),
    /** Another position to lay beside it. */
    besideSlug: z.string().max(100).optional(),
    /** Also what was said of their levels, and what they have shown. */
    record: flag,
    /** Also how good they are where they stand, and what more there is to it. */
    mastery: flag,
  }),
  output: OwnReadiness,
  async run({ db, actor, input, reach, now }) {
    const personId = input.personId ?? actor.personId
    const own = personId === actor.personId
    const [person, catalogue, ownLadder] = await Promise.all([
      loadStanding(db, actor, personId, now, { record: input.record, mastery: input.mastery }),
      loadCatalogue(db, now),
      own ? loadPublished(db, actor.positionId) : undefined,
    ])
    const isLed = covers(reach, { people: [personId], teamId: person.teamId, siteId: person.siteId })
    // Whoever goes along with a plan goes on reading it after a change of teams.
    const goesAlong = person.plans.some(({ companion }) => companion?.id === actor.personId)
    if (!person.name || !(isLed || goesAlong)) throw notFound()
    const ladder = own ? ownLadder : await loadPublished(db, person.positionId)
    const named = (slug?: string) => ladder?.rungs.find((rung) => rung.slug === slug)?.positionId ?? null
    const chosen = input.targetId ?? named(input.targetSlug) ?? person.intent?.targetId ?? null
    const wanted = [chosen, named(input.besideSlug), ...person.plans.map(({ targetId }) => targetId)]
    const whole = {
      personId,
      name: person.name,
      led: true,
      position: person.position,
      teamId: person.teamId,
      siteId: person.siteId,
      today: person.standing.today,
      record: person.record,
      mastery: own ? person.mastery : null,
      positionId: person.positionId,
      ladder: ladder ? { versionId: ladder.id, number: ladder.number, title: ladder.title } : null,
      hasNews: Boolean(ladder && ladder.id !== person.acknowledgedId),
      informed: person.informed,
      intent: person.intent,
      targets: ladder ? targetsOf(ladder, person, catalogue, wanted) : [],
      positions: ladder?.rungs ?? [],
      moves: ladder?.moves ?? [],
      enrolled: person.enrolled,
      plans: person.plans,
      proposed: person.proposed,
      companions: person.companions,
      ways: waysTo(ladder, person, catalogue, chosen),
      ...catalogue,
    }
    return isLed ? whole : planOnly(whole, actor.personId)
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
      loadStanding(db, actor, actor.personId, now),
      loadPublished(db, actor.positionId),
      loadCatalogue(db, now),
    ])
    const intent = person.intent?.kind ?? null
    const targets =
      ladder && intent !== 'stay'
        ? targetsOf(ladder, person, catalogue, [person.intent?.targetId ?? null])
        : []
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
