import { z } from 'zod'
import { roundSchedules } from '#db/schema/round-schedules'
import { ScheduleRounds } from '#domain/seating'
import { command } from '#server/command'
import { findRoom, findSeat } from '#server/workplace/place-queries'

/** How often a room or a seat is to be gone round, from a day on. */
export const scheduleRounds = command({
  verb: 'workplace.scheduleRounds',
  input: ScheduleRounds.refine((input) => Boolean(input.workplaceId) !== Boolean(input.roomId), {
    path: ['roomId'],
    message: 'roomOrSeat',
  }),
  output: z.object({ scheduleId: z.uuid() }),
  subject: (tx, { workplaceId, roomId }, actor) =>
    workplaceId ? findSeat(tx, workplaceId, actor) : findRoom(tx, roomId as string, actor),
  audit: ({ input, result }) => ({
    kind: 'round-schedule',
    id: result.scheduleId,
    detail: { everyDays: input.everyDays },
  }),
  async run({ tx, input, subject: { roomId, workplaceId }, now, newId }) {
    const id = newId()
    await tx.insert(roundSchedules).values({ id, ...input, roomId, workplaceId, createdAt: now })
    return { scheduleId: id }
  },
})
