import { z } from 'zod'
import { Text } from '#domain/localized'
import type { Check } from '#domain/readiness'
import { Requirement } from '#domain/readiness'

export const MOVE_KINDS = ['vertical', 'horizontal-inside', 'horizontal-out'] as const

/** A position as one version has it, with what that version calls it and says it is for. */
export const Rung = z.object({
  positionId: z.uuid(),
  rung: z.number().nullable(),
  seats: z.number(),
  title: Text,
  purpose: Text,
})
export const Move = z.object({ fromId: z.uuid(), toId: z.uuid(), kind: z.enum(MOVE_KINDS) })
export type Rung = z.infer<typeof Rung>
export type Move = z.infer<typeof Move>

/** All that one version of a ladder says. */
export type LadderContent = { rungs: Rung[]; moves: Move[]; requirements: Requirement[] }

const changeOf = <Thing extends z.ZodType>(thing: Thing) =>
  z.object({ before: thing.nullable(), after: thing.nullable() })
export const LadderDifference = z.object({
  rungs: z.array(changeOf(Rung)),
  moves: z.array(changeOf(Move)),
  requirements: z.array(changeOf(Requirement)),
})
export type LadderDifference = z.infer<typeof LadderDifference>

const spoken = ({ uk, en }: Text) => [uk, en ?? '']

/** What makes two requirements of different versions the same one. */
export const requirementKey = (r: Requirement): string =>
  [r.positionId, r.kind, r.competenceId ?? r.trainingId ?? r.key ?? ''].join('/')

/** What it asks, without its row. */
const asking = (r: Requirement): string => [r.level, r.threshold, r.windowMonths, r.hard, r.weight].join('/')

const changes = <Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  key: (thing: Thing) => string,
  content: (thing: Thing) => string,
): { before: Thing | null; after: Thing | null }[] => {
  const old = new Map(before.map((thing) => [key(thing), thing]))
  const found: { before: Thing | null; after: Thing | null }[] = []
  for (const thing of after) {
    const previous = old.get(key(thing)) ?? null
    old.delete(key(thing))
    if (!previous || content(previous) !== content(thing)) found.push({ before: previous, after: thing })
  }
  for (const gone of old.values()) found.push({ before: gone, after: null })
  return found
}

/** What a version says otherwise than the one before it. */
export function differenceOf(before: LadderContent, after: LadderContent): LadderDifference {
  return {
    rungs: changes(
      before.rungs,
      after.rungs,
      (r) => r.positionId,
      (r) => JSON.stringify([r.rung, r.seats, spoken(r.title), spoken(r.purpose)]),
    ),
    moves: changes(
      before.moves,
      after.moves,
      (m) => `${m.fromId}/${m.toId}`,
      (m) => m.kind,
    ),
    requirements: changes(before.requirements, after.requirements, requirementKey, asking),
  }
}

export const isSame = (difference: LadderDifference): boolean =>
  difference.rungs.length + difference.moves.length + difference.requirements.length === 0

/** Whether a changed requirement touches a person: they lack what it asked before or what it asks now. */
export const touchesGap = (before: Check | null, after: Check | null): boolean =>
  (before !== null && before.met !== true) || (after !== null && after.met !== true)

/** The positions that concern a person standing in one: those a move leads to from there, and the target of their wish. */
export const targetsFrom = (
  moves: readonly Move[],
  positionId: string | null,
  wished: string | null,
): string[] => [
  ...new Set([
    ...moves.filter((move) => move.fromId === positionId).map((move) => move.toId),
    ...(wished ? [wished] : []),
  ]),
]
