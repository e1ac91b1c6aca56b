import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { invalid } from '#domain/refused'
import { ArrangeRoom } from '#domain/seating'
import { command } from '#server/command'
import { findRoom } from '#server/workplace/place-queries'

/** Where the seats of a room stand now; a seat keeps its id and so its history. */
export const arrangeRoom = command({
  verb: 'workplace.editMap',
  input: ArrangeRoom,
  output: z.object({ moved: z.number() }),
  subject: (tx, { roomId }) => findRoom(tx, roomId),
  audit: ({ input, result }) => ({ kind: 'room', id: input.roomId, detail: { moved: result.moved } }),
  async run({ tx, input }) {
    const { rows } = await tx.execute<{ width: number; depth: number }>(
      sql`select width_mm as width, depth_mm as depth from rooms where id = ${input.roomId} for update`,
    )
    const { width = 0, depth = 0 } = rows[0] ?? {}
    const outside = input.seats.findIndex(({ x, y }) => x > width || y > depth)
    if (outside >= 0) throw invalid(`seats.${outside}.x`, 'outsideRoom')
    const { rowCount } = await tx.execute(sql`
      update workplaces w set x_mm = p.x, y_mm = p.y, turn = p.turn
      from json_to_recordset(${JSON.stringify(input.seats)}::json) as p("workplaceId" uuid, x int, y int, turn int)
      where w.id = p."workplaceId" and w.room_id = ${input.roomId} and (w.x_mm, w.y_mm, w.turn) is distinct from (p.x, p.y, p.turn)`)
    return { moved: rowCount ?? 0 }
  },
})
