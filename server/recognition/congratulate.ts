import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { celebrationGreetings } from '#db/schema/celebrations'
import { Congratulate } from '#domain/celebrations'
import { notFound } from '#domain/refused'
import { command } from '#server/command'
import { wished } from '#server/recognition/visibility-queries'

/** One press congratulates a colleague on a day that they agreed to, another takes it back. They hear of the first greeting alone. */
export const congratulate = command({
  verb: 'recognition.congratulate',
  input: Congratulate,
  output: z.object({}),
  // The lock puts greetings of one person in a row, so that one of them is the first.
  subject: async (tx, { personId }, actor) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select w.person_id as id from celebration_wishes w join people r on r.id = w.person_id
      join current_employments e on e.person_id = r.id
      where w.person_id = ${personId} and ${wished(actor)} for update of w`)
    if (!rows[0]) throw notFound()
    return { people: [rows[0].id] }
  },
  // Whose day it is stands in the greeting, for those to whom the person tells it.
  audit: ({ input }) => ({ kind: 'person', id: null, detail: { greets: input.greets } }),
  async run({ tx, actor, input, now, notify }) {
    const { personId, kind, on: celebratedOn } = input
    const day = and(
      eq(celebrationGreetings.personId, personId),
      eq(celebrationGreetings.kind, kind),
      eq(celebrationGreetings.celebratedOn, celebratedOn),
    )
    if (!input.greets) {
      await tx
        .delete(celebrationGreetings)
        .where(and(day, eq(celebrationGreetings.greeterId, actor.personId)))
      return {}
    }
    const made = await tx
      .insert(celebrationGreetings)
      .values({ personId, kind, celebratedOn, greeterId: actor.personId, createdAt: now })
      .onConflictDoNothing()
      .returning({ by: celebrationGreetings.greeterId })
    const known = await tx.$count(celebrationGreetings, day)
    if (made.length && known === 1)
      notify({ to: [personId], kind: 'praise.greeted', params: { kind }, href: '/recognition' })
    return {}
  },
})
