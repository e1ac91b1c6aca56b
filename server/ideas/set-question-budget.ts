import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisations } from '#db/schema/settings'
import { SetQuestionBudget } from '#domain/campaigns'
import { command } from '#server/command'

/** How many questions a person may be asked in a week, so that answering stays a pleasure. */
export const setQuestionBudget = command({
  verb: 'ideas.setQuestionBudget',
  input: SetQuestionBudget,
  output: z.object({}),
  subject: () => ({}),
  audit: ({ input }) => ({ kind: 'organisation', id: null, detail: input }),
  async run({ tx, input }) {
    await tx.update(organisations).set(input).where(eq(organisations.id, 1))
    return {}
  },
})
