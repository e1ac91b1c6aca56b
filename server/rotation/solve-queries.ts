import { z } from 'zod'
import { checkPlan } from '#domain/rotation/engine/check-plan'
import { EXCLUDED_REASONS } from '#domain/rotation/engine/excluded'
import { SolveInstance } from '#domain/rotation/engine/instance'
import { PARTS } from '#domain/rotation/engine/parts'
import { query } from '#server/query'
import { solveInstance } from '#server/solver'

const PlannedDay = z.object({
  plan: z.record(z.string(), z.array(z.string().nullable())),
  objective: z.number(),
  parts: z.record(z.enum(PARTS), z.number()),
  bound: z.number(),
  gap: z.number(),
  unmet: z.array(
    z.object({ slot: z.number(), task: z.string(), missing: z.number(), below: z.enum(['min', 'target']) }),
  ),
  excluded: z.array(z.object({ id: z.string(), reason: z.enum(EXCLUDED_REASONS) })),
  shadow: z.array(z.object({ task: z.string(), value: z.number() })),
  seed: z.number(),
  moves: z.number(),
  seconds: z.number(),
  engine: z.string(),
})

/** Plans what it is given and stores nothing; the plan is checked by the rules alone before it leaves. */
export const solveRotation = query({
  verb: 'rotation.solve',
  input: SolveInstance,
  output: PlannedDay,
  async run({ input }) {
    const answer = await solveInstance(input)
    const [broken] = checkPlan(input, answer.plan)
    if (broken) throw new Error(`the engine broke "${broken.rule}" in slot ${broken.slot}`)
    return answer
  },
})
