import { z } from 'zod'
import { roundSchedules } from '#db/schema/inspections'
import { ScheduleRounds } from '#domain/seating'
import { command } from '#server/command'
import { findRoom } from '#server/workplace/place-queries'

/** How often a room is to be gone round, from a day on. */
export const scheduleRounds = command({
  verb: 'workplace.scheduleRounds',
  input: ScheduleRounds,
  output: z.object({ scheduleId: z.uuid() }),
  subject: (tx, { roomId }, actor) => findRoom(tx, roomId, actor),
  audit: ({ input, result }) => ({
    kind: 'round-schedule',
    id: result.scheduleId,
    detail: { everyDays: input.everyDays },
  }),
  async run({ tx, input, now, newId }) {
    const id = newId()
    await tx.insert(roundSchedules).values({ id, ...input, createdAt: now })
    return { scheduleId: id }
  },
})
