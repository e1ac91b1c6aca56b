import { sql } from 'drizzle-orm'
import type { Context } from '#server/command'
import { noonOf } from '#server/rotation/plan-queries'

type Day = { teamId: string; onDate: string }
type Ended = { offeredBy: string; takenBy: string | null }

/**
 * Offers of a day whose blocks are others now than when people offered and agreed go back, and they hear it at once. One that is
 * being answered at this moment is left to its answer, which waits for the plan and then sees the same.
 */
export async function returnSwaps(
  { tx, notify }: Pick<Context, 'tx' | 'notify'>,
  { teamId, onDate }: Day,
): Promise<void> {
  const { rows } = await tx.execute<Ended>(sql`
    update swaps set status = 'changed' where id in (
      select id from swaps where team_id = ${teamId} and on_date = ${onDate} and status in ('open', 'agreed') and has_moved(id, taken_by)
      for update skip locked)
    returning offered_by as "offeredBy", taken_by as "takenBy"`)
  for (const { offeredBy, takenBy } of rows)
    notify({
      to: [offeredBy, ...(takenBy ? [takenBy] : [])],
      kind: 'rotation.swapChanged',
      params: { day: noonOf(onDate) },
      href: '/rotation/swaps?past=1',
    })
}
