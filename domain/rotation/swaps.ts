import { z } from 'zod'
import { Page } from '#domain/paging'
import { Slot } from '#domain/rotation'
import { byTime, type Piece, type Stretch } from '#domain/rotation/day'
import { erase } from '#domain/rotation/pieces'

export const SWAP_RULES = ['at-once', 'approval'] as const
export type SwapRule = (typeof SWAP_RULES)[number]

/** A swap waits for an answer, then for its supervisor where the team wants that, then it is done or not; `changed` where its blocks became others. */
export const SWAP_STATUSES = [
  'open',
  'agreed',
  'applied',
  'refused',
  'withdrawn',
  'impossible',
  'changed',
] as const
export type SwapStatus = (typeof SWAP_STATUSES)[number]

/** Rest between two shifts, in hours; EU directive 2003/88/EC, article 3. */
export const REST_BETWEEN_SHIFTS = 11

/** Without times the whole shift goes to somebody else; with them the two exchange what they do then. */
const Offered = { shiftId: z.uuid(), from: Slot.optional(), to: Slot.optional() }
const whole = (input: { from?: string; to?: string }) => Boolean(input.from) === Boolean(input.to)
const inOrder = (input: { from?: string; to?: string }) =>
  !input.from || !input.to || Date.parse(input.from) < Date.parse(input.to)
const HALF = { path: ['to'], message: 'required' }
const REVERSED = { path: ['to'], message: 'endsBeforeStart' }

export const FindTakers = z.object(Offered).refine(whole, HALF).refine(inOrder, REVERSED)
export const OfferSwap = z
  .object({
    ...Offered,
    personIds: z.array(z.uuid()).min(1).max(30),
    note: z.string().trim().max(300).optional(),
  })
  .refine(whole, HALF)
  .refine(inOrder, REVERSED)
export const AnswerSwap = z.object({ swapId: z.uuid(), answer: z.enum(['yes', 'no']) })
export const DecideSwap = z
  .object({
    swapId: z.uuid(),
    decision: z.enum(['approve', 'refuse']),
    reason: z.string().trim().min(3).max(300).optional(),
  })
  .refine((input) => input.decision === 'approve' || input.reason, { path: ['reason'], message: 'required' })
export const WithdrawSwap = z.object({ swapId: z.uuid() })
export const SetSwapRule = z.object({ teamId: z.uuid(), rule: z.enum(SWAP_RULES) })
export const ListSwaps = Page.extend({ past: z.stringbool().or(z.boolean()).optional() })

/** What of a day lies in a stretch, cut at its ends. */
export const cutOut = (pieces: readonly Piece[], stretch: Stretch): Piece[] =>
  pieces.flatMap((piece) => {
    const [from, to] = [Math.max(piece.from, stretch.from), Math.min(piece.to, stretch.to)]
    return from < to
      ? [{ ...piece, id: piece.from === from && piece.to === to ? piece.id : null, from, to }]
      : []
  })

/** The two days after an exchange of what is done in a stretch; each block that changes hands is a new one. */
export function exchanged(
  mine: readonly Piece[],
  theirs: readonly Piece[],
  stretch: Stretch,
): { mine: Piece[]; theirs: Piece[] } {
  const over = (day: readonly Piece[], from: readonly Piece[]) =>
    [...erase(day, stretch), ...cutOut(from, stretch).map((piece) => ({ ...piece, id: null }))].sort(byTime)
  return { mine: over(mine, theirs), theirs: over(theirs, mine) }
}

/** True where two shifts of one person leave less than the rest between them. */
export const tooClose = (a: Stretch, b: Stretch): boolean => {
  const rest = REST_BETWEEN_SHIFTS * 3_600_000
  return a.from < b.to + rest && b.from < a.to + rest
}
