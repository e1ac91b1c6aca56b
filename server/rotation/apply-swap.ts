import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { swaps } from '#db/schema/rotation-swaps'
import { conflict, notFound } from '#domain/refused'
import { exchanged, type SwapRule, type SwapStatus } from '#domain/rotation/swaps'
import type { Context } from '#server/command'
import { epochOf } from '#server/moments'
import { type Acting, changeDay } from '#server/rotation/change-day'
import { lockPlan, noonOf } from '#server/rotation/plan-queries'
import { returnSwaps } from '#server/rotation/return-swaps'
import { findTakersOf, loadSwapPlace } from '#server/rotation/takers-queries'

export type Swap = {
  id: string
  kind: 'block' | 'day'
  teamId: string
  siteId: string
  onDate: string
  shiftId: string
  from: number
  to: number
  offeredBy: string
  takenBy: string | null
  status: SwapStatus
  asked: string[]
  rule: SwapRule
}

/** A swap, locked: two answers take turns. */
export async function lockSwap(tx: Tx, swapId: string): Promise<Swap> {
  const { rows } = await tx.execute<Swap>(sql`
    select w.id, w.kind, w.team_id as "teamId", t.site_id as "siteId", w.on_date::text as "onDate", w.shift_id as "shiftId",
      ${epochOf(sql`lower(w.span)`)} as "from", ${epochOf(sql`upper(w.span)`)} as "to", w.offered_by as "offeredBy",
      w.taken_by as "takenBy", w.status,
      (select coalesce(json_agg(a.person_id), '[]') from swap_asks a where a.swap_id = w.id) as asked,
      coalesce((select r.rule from team_swap_rules r where r.team_id = w.team_id), 'approval') as rule
    from swaps w join teams t on t.id = w.team_id where w.id = ${swapId} for update of w`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

export const refuseUnless = (swap: Swap, status: SwapStatus): void => {
  if (swap.status !== status) throw conflict('rotation.swapEnded')
}

const paramsOf = (swap: Swap) => ({ day: noonOf(swap.onDate) })
const hrefOf = (swap: Swap) => `/rotation?date=${swap.onDate}`

/** Locks the plans of a shift's day in the order in which a publication does: what is read afterwards stays. */
const lockDay = (tx: Tx, swap: Swap) =>
  tx.execute(sql`
    select 1 from rotation_plans where team_id = ${swap.teamId} and on_date = ${swap.onDate} and status <> 'replaced'
    order by status for update`)

/** Whether the blocks that change hands are others now than when they were offered, or the colleague was asked. */
export async function hasMoved(tx: Tx, swap: Swap, taker: string): Promise<boolean> {
  await lockDay(tx, swap)
  const { rows } = await tx.execute<{ moved: boolean }>(sql`select has_moved(${swap.id}, ${taker}) as moved`)
  return rows[0]?.moved ?? true
}

type Change = Parameters<typeof changeDay>[1]

/** The two days as the exchange leaves them; nothing where it would break a rule now. */
const exchange = async ({ tx }: Acting, swap: Swap, taker: string): Promise<Change[] | undefined> => {
  const found = await loadSwapPlace(tx, swap.shiftId)
  if (!found.planId) return undefined
  const plan = await lockPlan(tx, found.planId)
  const stretch = { from: swap.from, to: swap.to }
  const { takers, mine, shifts } = await findTakersOf(tx, found, stretch)
  const chosen = takers.find(({ personId }) => personId === taker)
  const theirs = shifts.find(({ shiftId }) => shiftId === chosen?.shiftId)
  if (!theirs || mine.personId !== swap.offeredBy) return undefined
  const after = exchanged(mine.pieces, theirs.pieces, stretch)
  return [
    { plan, shift: mine, after: after.mine },
    { plan, shift: theirs, after: after.theirs },
  ]
}

const handOver = async ({ tx }: Acting, swap: Swap, taker: string): Promise<Change[] | undefined> => {
  // Two shifts given to one person at the same moment are judged one after the other.
  await tx.execute(sql`select 1 from people where id = ${taker} for update`)
  const found = await loadSwapPlace(tx, swap.shiftId)
  const { takers, mine } = await findTakersOf(tx, found, null)
  if (mine.personId !== swap.offeredBy || !takers.some(({ personId }) => personId === taker)) return undefined
  await tx.execute(sql`update shifts set person_id = ${taker} where id = ${swap.shiftId}`)
  return []
}

type Decision = { decidedBy: string | null; decidedAt: Date | null; reason: string | null }
const NOBODY: Decision = { decidedBy: null, decidedAt: null, reason: null }
const KINDS = {
  applied: 'rotation.swapDone',
  impossible: 'rotation.swapImpossible',
  changed: 'rotation.swapChanged',
} as const
type Outcome = keyof typeof KINDS

/** Ends a swap that somebody takes, and both hear how. */
export async function endSwap(
  { tx, now, notify }: Acting,
  swap: Swap,
  status: Outcome,
  decided: Decision = NOBODY,
): Promise<Outcome> {
  const appliedAt = status === 'applied' ? now : null
  await tx
    .update(swaps)
    .set({ ...decided, status, appliedAt })
    .where(eq(swaps.id, swap.id))
  const to = [swap.offeredBy, swap.takenBy ?? ''].filter(Boolean)
  notify({ to, kind: KINDS[status], params: paramsOf(swap), href: hrefOf(swap) })
  return status
}

/**
 * Does what was agreed, under the lock of the plan, if the blocks are still those that were agreed on and every rule is kept as
 * everything stands now; else the swap ends as changed or impossible.
 */
export async function applySwap(context: Acting, swap: Swap, decided?: Decision): Promise<Outcome> {
  const taker = swap.takenBy
  if (!taker) throw new Error('nobody agreed to this swap')
  if (await hasMoved(context.tx, swap, taker)) return endSwap(context, swap, 'changed', decided)
  const ahead = swap.from > context.now.getTime()
  const doing = swap.kind === 'block' ? exchange : handOver
  const changes = ahead ? await doing(context, swap, taker) : undefined
  const status = await endSwap(context, swap, changes ? 'applied' : 'impossible', decided)
  // One notice says it all: the swap is done.
  const silence: Context['notify'] = () => undefined
  const quiet = { ...context, notify: silence }
  for (const change of changes ?? []) await changeDay(quiet, change)
  if (changes?.length) await returnSwaps(context, swap)
  return status
}

/** Those who decide about the swaps of a team. */
export async function findDeciders(tx: Tx, teamId: string, now: Date): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct person_id as id from grants
    where role = 'supervisor' and team_id = ${teamId} and valid @> ${now.toISOString()}::timestamptz`)
  return rows.map(({ id }) => id)
}
