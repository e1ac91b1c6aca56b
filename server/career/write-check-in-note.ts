import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { checkInNotes } from '#db/schema/plans'
import { WriteCheckInNote } from '#domain/plans'
import { notFound, Refused } from '#domain/refused'
import { command } from '#server/command'
import { readAs } from '#server/reader'

/** Each of the two adds their own side, once; nobody else can. */
export const writeCheckInNote = command({
  verb: 'career.writeCheckInNote',
  input: WriteCheckInNote,
  output: z.object({}),
  subject: async (tx, { checkInId }, actor) => {
    await readAs(tx, actor)
    const { rows } = await tx.execute<{ people: string[] }>(sql`
      select array[c.person_id, c.companion_id] as people from check_ins c where c.id = ${checkInId}`)
    if (!rows[0]?.people.includes(actor.personId)) throw notFound()
    return { people: rows[0].people }
  },
  audit: ({ input }) => ({ kind: 'checkIn', id: input.checkInId }),
  async run({ tx, actor, input, now }) {
    const written = await tx
      .insert(checkInNotes)
      .values({ checkInId: input.checkInId, authorId: actor.personId, body: input.note, at: now })
      .onConflictDoNothing()
      .returning({ id: checkInNotes.checkInId })
    if (!written.length) throw new Refused('conflict', {}, { key: 'noteWritten' })
    return {}
  },
})
