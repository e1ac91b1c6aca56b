import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { breakRules } from '#db/schema/rotation'
import { invalid } from '#domain/refused'
import { SetBreakRule } from '#domain/rotation/break-rule'
import { SLOT_MINUTES } from '#domain/rotation/day'
import { isPossible } from '#domain/rotation/engine/possible'
import { command } from '#server/command'

/** A shift that everybody must be able to work. */
const USUAL_SHIFT = 8 * 60

/** Puts another rule of rests in force. Plans that were begun keep the rule they were made by. */
export const setBreakRule = command({
  verb: 'rotation.setBreakRule',
  input: SetBreakRule,
  output: z.object({ ruleId: z.uuid() }),
  subject: () => ({}),
  audit: ({ input: { title: _, ...minutes }, result }) => ({
    kind: 'break-rule',
    id: result.ruleId,
    detail: minutes,
  }),
  async run({ tx, input, now, newId }) {
    const rule = { ...input, pauseMinutes: SLOT_MINUTES }
    if (!isPossible(rule, USUAL_SHIFT)) throw invalid('maxWorkMinutes', 'rotation.noUsualShift')
    // Rules follow one another: of two that are sent at once the later stands.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('the break rule in force', 0))`)
    await tx.execute(
      sql`update break_rules set retired_at = ${now.toISOString()}::timestamptz where retired_at is null`,
    )
    const ruleId = newId()
    await tx.insert(breakRules).values({ ...rule, id: ruleId, createdAt: now })
    return { ruleId }
  },
})
