import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { swaps } from '#db/schema/rotation-swaps'
import { conflict, notFound } from '#domain/refused'
import { exchanged, type SwapRule, type SwapStatus } from '#domain/rotation/swaps'
import type { Context } from '#server/command'
import { epochOf } from '#server/moments'
import { type Acting, changeDay } from '#server/rotation/change-day'
import { lockPlan, noonOf } from '#server/rotation/plan-queries'
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

const exchange = async (context: Acting, swap: Swap, taker: string): Promise<boolean> => {
  const { tx } = context
  const found = await loadSwapPlace(tx, swap.shiftId)
  if (!found.planId) return false
  const plan = await lockPlan(tx, found.planId)
  const stretch = { from: swap.from, to: swap.to }
  const { takers, mine, shifts } = await findTakersOf(tx, found, stretch)
  const chosen = takers.find(({ personId }) => personId === taker)
  const theirs = shifts.find(({ shiftId }) => shiftId === chosen?.shiftId)
  if (!theirs || mine.personId !== swap.offeredBy) return false
  const after = exchanged(mine.pieces, theirs.pieces, stretch)
  // One notice says it all: the swap is done.
  const silence: Context['notify'] = () => undefined
  const quiet = { ...context, notify: silence }
  await changeDay(quiet, { plan, shift: mine, after: after.mine })
  await changeDay(quiet, { plan, shift: theirs, after: after.theirs })
  return true
}

const handOver = async ({ tx }: Acting, swap: Swap, taker: string): Promise<boolean> => {
  // Two shifts given to one person at the same moment are judged one after the other.
  await tx.execute(sql`select 1 from people where id = ${taker} for update`)
  const found = await loadSwapPlace(tx, swap.shiftId)
  if (found.planId) await lockPlan(tx, found.planId)
  const { takers, mine } = await findTakersOf(tx, found, null)
  if (mine.personId !== swap.offeredBy || !takers.some(({ personId }) => personId === taker)) return false
  await tx.execute(sql`update shifts set person_id = ${taker} where id = ${swap.shiftId}`)
  return true
}

type Decision = { decidedBy: string | null; decidedAt: Date | null; reason: string | null }
const NOBODY: Decision = { decidedBy: null, decidedAt: null, reason: null }

/**
 * Does what was agreed, if it still keeps every rule as everything stands now, under the lock of the plan; else the swap ends as
 * impossible and both hear it.
 */
export async function applySwap(
  context: Acting,
  swap: Swap,
  decided: Decision = NOBODY,
): Promise<'applied' | 'impossible'> {
  const { tx, now, notify } = context
  const taker = swap.takenBy
  if (!taker) throw new Error('nobody agreed to this swap')
  const ahead = swap.from > now.getTime()
  const done =
    ahead && (await (swap.kind === 'block' ? exchange(context, swap, taker) : handOver(context, swap, taker)))
  const status = done ? 'applied' : 'impossible'
  await tx
    .update(swaps)
    .set({ ...decided, status, appliedAt: done ? now : null })
    .where(eq(swaps.id, swap.id))
  const kind = done ? 'rotation.swapDone' : 'rotation.swapImpossible'
  notify({ to: [swap.offeredBy, taker], kind, params: paramsOf(swap), href: hrefOf(swap) })
  return status
}

/** Those who decide about the swaps of a team. */
export async function findDeciders(tx: Tx, teamId: string, now: Date): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct person_id as id from grants
    where role = 'supervisor' and team_id = ${teamId} and valid @> ${now.toISOString()}::timestamptz`)
  return rows.map(({ id }) => id)
}
