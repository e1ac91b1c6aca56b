import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { shifts } from '#db/schema/rotation'
import { conflict, notFound } from '#domain/refused'
import { RemoveShift } from '#domain/rotation/shifts'
import { command } from '#server/command'

const lockShift = async (tx: Tx, shiftId: string) => {
  const { rows } = await tx.execute<{ teamId: string; siteId: string; planned: boolean }>(sql`
    select s.team_id as "teamId", s.site_id as "siteId", exists (select 1 from blocks b where b.shift_id = s.id and b.plan_status <> 'draft')
      or exists (select 1 from swaps w where w.shift_id = s.id) as planned
    from shifts s where s.id = ${shiftId} for update of s`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Takes a shift back as long as nobody was told what to do in it; afterwards it is an absence. */
export const removeShift = command({
  verb: 'rotation.removeShift',
  input: RemoveShift,
  output: z.object({}),
  subject: (tx, { shiftId }) => lockShift(tx, shiftId),
  audit: ({ input }) => ({ kind: 'shift', id: input.shiftId }),
  async run({ tx, input, subject }) {
    if (subject.planned) throw conflict('rotation.shiftPlanned')
    await tx.execute(sql`delete from blocks where shift_id = ${input.shiftId}`)
    await tx.delete(shifts).where(eq(shifts.id, input.shiftId))
    return {}
  },
})
