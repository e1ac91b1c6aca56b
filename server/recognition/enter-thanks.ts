import { z } from 'zod'
import { customerThanks } from '#db/schema/customer-thanks'
import { EnterThanks } from '#domain/customer-thanks'
import { invalid } from '#domain/refused'
import { byActor, command } from '#server/command'
import { readDay } from '#server/recognition/day-queries'

/** Enters what a customer said in thanks, as it came. The same contact is entered once, whoever enters it. */
export const enterThanks = command({
  verb: 'recognition.enterThanks',
  input: EnterThanks,
  output: z.object({ id: z.uuid() }),
  subject: byActor,
  audit: ({ input, result }) => ({ kind: 'thanks', id: result.id, detail: { channel: input.channel } }),
  async run({ tx, actor, input, now, newId }) {
    if (input.receivedOn > (await readDay(tx, actor.personId, now))) throw invalid('receivedOn', 'wrong')
    const id = newId()
    const { channel, reference, receivedOn, text } = input
    await tx.insert(customerThanks).values({
      id,
      channel,
      reference,
      receivedOn,
      rawText: text,
      enteredBy: actor.personId,
      enteredAt: now,
    })
    return { id }
  },
})
