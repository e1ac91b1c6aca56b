import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { workplaces } from '#db/schema/workplace'
import { AddSeat } from '#domain/seating'
import { command } from '#server/command'
import { findRoom } from '#server/workplace/place-queries'

/** A new seat in the middle of its room; where it stands is arranged afterwards. */
export const addSeat = command({
  verb: 'workplace.editMap',
  input: AddSeat,
  output: z.object({ workplaceId: z.uuid() }),
  subject: (tx, { roomId }) => findRoom(tx, roomId),
  audit: ({ input, result }) => ({ kind: 'workplace', id: result.workplaceId, detail: { code: input.code } }),
  async run({ tx, input, subject: room, now, newId }) {
    const { rows } = await tx.execute<{ x: number; y: number }>(sql`
      select width_mm / 2 as x, depth_mm / 2 as y from rooms where id = ${input.roomId}`)
    const id = newId()
    const { x = 0, y = 0 } = rows[0] ?? {}
    const place = { roomId: input.roomId, siteId: room.siteId, xMm: x, yMm: y }
    await tx.insert(workplaces).values({ id, code: input.code, ...place, createdAt: now })
    return { workplaceId: id }
  },
})
