import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import type { BreakRule } from '#domain/rotation/day'
import { query } from '#server/query'
import { RULE } from '#server/rotation/board-queries'

const Rule = z.object({
  id: z.uuid(),
  title: Text,
  since: z.string(),
  until: z.string().nullable(),
  maxWorkMinutes: z.number(),
  pauseMinutes: z.number(),
  minStintMinutes: z.number(),
  tailMinutes: z.number(),
  mealMinutes: z.number(),
  mealFromMinutes: z.number(),
  mealEarliest: z.number(),
  mealLatest: z.number(),
  highLoad: z.number(),
  maxHighMinutes: z.number(),
})
export type KeptRule = z.output<typeof Rule>

const FORMER = 10

/** The rule of rests in force, and those before it, the latest first. */
export const breakRule = query({
  verb: 'rotation.breakRule',
  input: z.object({}),
  output: z.object({ rule: Rule, former: z.array(Rule) }),
  async run({ db }) {
    const { rows } = await db.execute<BreakRule & KeptRule>(sql`
      select b.*, r.title, to_json(r.created_at) #>> '{}' as since, to_json(r.retired_at) #>> '{}' as until
      from (${RULE}) b join break_rules r on r.id = b.id
      order by r.retired_at desc nulls first, r.id limit ${FORMER + 1}`)
    const [rule, ...former] = rows
    if (!rule) throw new Error('no break rule: the shipped content is missing')
    return { rule, former }
  },
})
