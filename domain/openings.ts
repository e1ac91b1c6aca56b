import { z } from 'zod'
import type { Move } from '#domain/ladder-diff'
import { localized } from '#domain/localized'
import { Page } from '#domain/paging'

const day = z.iso.date()

/** Fewer letters than this answer nobody. */
export const REASON_LEAST = 20
const reason = z.string().trim().min(REASON_LEAST).max(1000)

export const OpenOpening = z
  .object({
    positionId: z.uuid(),
    siteId: z.uuid(),
    teamId: z.uuid().optional(),
    seats: z.number().int().min(1).max(1000).default(1),
    about: localized(1000).optional(),
    opensOn: day.optional(),
    closesOn: day,
    decideBy: day,
  })
  .refine(({ closesOn, decideBy }) => decideBy >= closesOn, {
    path: ['decideBy'],
    error: 'decideAfterClosing',
  })

export const CancelOpening = z.object({ openingId: z.uuid(), reason })
export const ListOpenings = Page.extend({ past: z.stringbool().or(z.boolean()).optional() })
export const Apply = z.object({ openingId: z.uuid() })
export const WithdrawApplication = z.object({ applicationId: z.uuid() })

/** Either answer comes with a reason; an acceptance also with the day on which the own team lets the person go. */
export const Decide = z.discriminatedUnion('outcome', [
  z.object({ applicationId: z.uuid(), outcome: z.literal('accepted'), reason, releaseOn: day }),
  z.object({ applicationId: z.uuid(), outcome: z.literal('declined'), reason }),
])
export const PostponeRelease = z.object({ applicationId: z.uuid(), releaseOn: day, reason })
export const ReleasePerson = z.object({ applicationId: z.uuid(), startsOn: day.optional() })
export const HoldRefusalTalk = z.object({
  applicationId: z.uuid(),
  heldOn: day,
  nextStep: z.string().trim().min(10).max(1000),
})

/** The longest that somebody tries out a position or stands in for another, days. */
export const ACTING_MOST = 92
export const Act = z
  .object({ personId: z.uuid(), positionId: z.uuid(), startsOn: day, lastDay: day })
  .refine(({ startsOn, lastDay }) => lastDay >= startsOn, { path: ['lastDay'], error: 'endsBeforeStart' })

type Rung = { positionId: string; rung: number | null; family: string }
export type MoveKind = 'up' | 'across' | 'out' | 'back'

/** What a change of position is called: by the height of the rungs, else by the ladder's own move. Back is as honourable as up. */
export function moveKindOf(from: Rung | undefined, to: Rung, moves: readonly Move[]): MoveKind {
  if (from?.rung && to.rung) return to.rung > from.rung ? 'up' : 'back'
  if (from && !from.rung && to.rung) {
    return moves.some(
      ({ fromId, toId, kind }) => fromId === from.positionId && toId === to.positionId && kind === 'vertical',
    )
      ? 'up'
      : 'back'
  }
  return to.family === 'horizontal-out' ? 'out' : 'across'
}
