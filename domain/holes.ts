import { z } from 'zod'
import type { LadderContent } from '#domain/ladder-diff'
import type { Teaching } from '#domain/steps'

/** A competence level of a position above the rung before it, or above what one is hired with. */
export type Increment = { positionId: string; competenceId: string; level: number }

export const Hole = z.object({
  positionId: z.uuid(),
  competenceId: z.uuid(),
  level: z.number(),
  /** No active training gives the level, or none that does has a free seat in the days ahead. */
  reason: z.enum(['no-training', 'no-seat']),
})
export type Hole = z.infer<typeof Hole>

/** Days ahead within which a free seat counts. */
export const SEAT_HORIZON_DAYS = 90

/** What people are hired with: nothing yet. Every level of an entry position is taught here. */
const HIRED_WITH = 0

/** Every step in competence that the ladder asks of somebody, taken from the least that a rung before it asks. */
export function incrementsOf({ moves, requirements }: LadderContent): Increment[] {
  const levels = new Map<string, number>()
  // What is only wished for on the rung before, nobody has to bring from there.
  for (const { kind, positionId, competenceId, level, hard } of requirements) {
    if (kind === 'competence' && hard) levels.set(`${positionId}/${competenceId}`, level ?? 0)
  }
  return requirements.flatMap(({ kind, positionId, competenceId, level }) => {
    if (kind !== 'competence' || !competenceId || !level) return []
    const before = moves
      .filter((move) => move.toId === positionId)
      .map((move) => levels.get(`${move.fromId}/${competenceId}`) ?? HIRED_WITH)
    const base = before.length ? Math.min(...before) : HIRED_WITH
    return level > base ? [{ positionId, competenceId, level }] : []
  })
}

/** The increments that nobody can take now: no active training reaches them, or none has a free seat (self-paced ones always have). */
export function holesOf(
  content: LadderContent,
  teachings: readonly (Teaching & { open: boolean })[],
): Hole[] {
  return incrementsOf(content).flatMap((increment): Hole[] => {
    const reaching = teachings.filter(({ levels }) =>
      levels.some(
        (given) => given.competenceId === increment.competenceId && given.toLevel >= increment.level,
      ),
    )
    if (reaching.some(({ open }) => open)) return []
    return [{ ...increment, reason: reaching.length ? 'no-seat' : 'no-training' }]
  })
}

/** Whether some hole of now was not among those read before, or has become worse: with no seat left one can wait, with no training not. */
export const haveGrown = (read: readonly Hole[], now: readonly Hole[]): boolean =>
  now.some(
    (hole) =>
      !read.some(
        ({ positionId, competenceId, level, reason }) =>
          positionId === hole.positionId &&
          competenceId === hole.competenceId &&
          level === hole.level &&
          (reason === hole.reason || reason === 'no-training'),
      ),
  )
