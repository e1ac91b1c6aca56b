import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { customerThanks } from '#db/schema/customer-thanks'
import { SetThanksAside } from '#domain/customer-thanks'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { lockThanks } from '#server/recognition/lock-queries'

/** Sets aside what is no thanks or is for nobody here; the words are erased, the reason stays. */
export const setThanksAside = command({
  verb: 'recognition.setThanksAside',
  input: SetThanksAside,
  output: z.object({}),
  subject: async (tx, { thanksId }) => {
    const thanks = await lockThanks(tx, thanksId)
    return { thanks, people: [thanks.enteredBy] }
  },
  audit: ({ input }) => ({ kind: 'thanks', id: input.thanksId }),
  async run({ tx, actor, input, subject, now }) {
    if (subject.thanks.operatorId || subject.thanks.setAsideAt) throw conflict('thanksGone')
    const aside = { setAsideBy: actor.personId, setAsideAt: now, setAsideReason: input.reason, rawText: null }
    await tx.update(customerThanks).set(aside).where(eq(customerThanks.id, input.thanksId))
    return {}
  },
})
