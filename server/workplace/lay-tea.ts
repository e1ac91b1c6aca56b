import { z } from 'zod'
import { command } from '#server/command'
import { layTeaRounds } from '#server/workplace/lay-tea-rounds'

/** What the clock does with the plans of tea. */
export const layTea = command({
  verb: 'workplace.layTea',
  input: z.object({}),
  output: z.object({ made: z.number() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'tea-plan', id: null, detail: { made: result.made } }),
  async run({ tx, now, newId }) {
    return { made: await layTeaRounds({ tx, now, newId }) }
  },
})
