import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { FreeSeat } from '#domain/seating'
import { dateAt } from '#domain/site-time'
import { command } from '#server/command'
import { findSeat } from '#server/workplace/place-queries'
import { endSeating } from '#server/workplace/seat-person'

/** Nobody, or one person less, sits there from today on. */
export const freeSeat = command({
  verb: 'workplace.assignSeats',
  input: FreeSeat,
  output: z.object({}),
  subject: (tx, { workplaceId }, actor) => findSeat(tx, workplaceId, actor),
  readable: 'workplace.seat',
  audit: ({ input }) => ({
    kind: 'workplace',
    id: input.workplaceId,
    detail: { freed: true, personId: input.personId },
  }),
  async run({ tx, input: { workplaceId, personId }, subject, now }) {
    const today = dateAt(now, subject.timeZone)
    await endSeating(tx, sql`a.workplace_id = ${workplaceId} and a.person_id = ${personId}`, today)
    return {}
  },
})
