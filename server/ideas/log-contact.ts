import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { ideaContacts } from '#db/schema/idea-changes'
import { isOpen, LogContact } from '#domain/ideas'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { lockIdea } from '#server/ideas/lock-queries'

/** Notes that a customer asked for it, with the contact and how long it took. A contact counts once. */
export const logContact = command({
  verb: 'ideas.logContact',
  input: LogContact,
  output: z.object({}),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  audit: ({ input }) => ({ kind: 'idea', id: String(input.number) }),
  async run({ tx, actor, input, subject, now, newId }) {
    const { rows } = await tx.execute<{ kind: string }>(
      sql`select kind from areas where id = ${subject.areaId}`,
    )
    if (rows[0]?.kind !== 'product') throw conflict('ideas.notProduct')
    if (!isOpen(subject.state)) throw conflict('ideaClosed')
    const { reference, minutes } = input
    const contact = { reference, seconds: Math.round(minutes * 60), personId: actor.personId }
    await tx.insert(ideaContacts).values({ ...contact, id: newId(), ideaId: subject.id, loggedAt: now })
    return {}
  },
})
