import { z } from 'zod'
import { rooms } from '#db/schema/workplace'
import { AddRoom } from '#domain/seating'
import { command } from '#server/command'

/** A new room of a site, drawn to scale. */
export const addRoom = command({
  verb: 'workplace.editMap',
  input: AddRoom,
  output: z.object({ roomId: z.uuid() }),
  subject: (_tx, { siteId }) => ({ siteId }),
  audit: ({ result }) => ({ kind: 'room', id: result.roomId }),
  async run({ tx, input, now, newId }) {
    const { siteId, code, title, width, depth } = input
    const id = newId()
    const size = { widthMm: Math.round(width * 1000), depthMm: Math.round(depth * 1000) }
    await tx.insert(rooms).values({ id, siteId, code, title, ...size, createdAt: now })
    return { roomId: id }
  },
})
