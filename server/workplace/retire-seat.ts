import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { conflict } from '#domain/refused'
import { RetireSeat } from '#domain/seating'
import { command } from '#server/command'
import { findSeat } from '#server/workplace/place-queries'

/** Takes an empty seat off the plan; its history stays. */
export const retireSeat = command({
  verb: 'workplace.editMap',
  input: RetireSeat,
  output: z.object({}),
  subject: (tx, { workplaceId }, actor) => findSeat(tx, workplaceId, actor),
  audit: ({ input }) => ({ kind: 'workplace', id: input.workplaceId }),
  async run({ tx, input, subject, now }) {
    if (subject.people.length) throw conflict('workplace.seatTaken')
    await tx.execute(sql`update workplaces set retired_at = ${now} where id = ${input.workplaceId}`)
    return {}
  },
})
