import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { ideaContacts } from '#db/schema/idea-changes'
import { AskNew } from '#domain/ideas'
import { conflict } from '#domain/refused'
import { byActor, command } from '#server/command'
import { storeIdea, submittedTrace } from '#server/ideas/submit'

/** A customer asks for something new: the idea and the contact in one go, during the call. Whoever writes it down signs it. */
export const askNew = command({
  verb: 'ideas.askNew',
  input: AskNew,
  output: z.object({ number: z.number() }),
  subject: byActor,
  audit: ({ result }) => submittedTrace('named', result),
  async run(context) {
    const { tx, actor, input, now, newId } = context
    const { title, areaId, reference, minutes } = input
    const { rows } = await tx.execute<{ kind: string }>(sql`select kind from areas where id = ${areaId}`)
    if (rows[0] && rows[0].kind !== 'product') throw conflict('ideas.notProduct')
    const idea = { title, body: '', areaId, authorMode: 'named' } as const
    const { number } = await storeIdea({ ...context, input: idea })
    const { rows: stored } = await tx.execute<{ id: string }>(
      sql`select id from ideas where number = ${number}`,
    )
    const contact = { reference, seconds: Math.round(minutes * 60), personId: actor.personId, loggedAt: now }
    await tx.insert(ideaContacts).values({ ...contact, id: newId(), ideaId: stored[0]?.id as string })
    return { number }
  },
})
