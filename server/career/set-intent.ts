import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { positions } from '#db/schema/career'
import { intents } from '#db/schema/growth'
import { people } from '#db/schema/people'
import { ASK_AGAIN_DAYS, SetIntent } from '#domain/career'
import { addDays } from '#domain/months'
import { invalid } from '#domain/refused'
import { personDay } from '#server/career/site-day-queries'
import { byActor, command } from '#server/command'
import { readAs } from '#server/reader'

/** What the person wants now. The wish before stays in their history; `stay` is as good an answer as any. */
export const setIntent = command({
  verb: 'career.setIntent',
  input: SetIntent,
  output: z.object({ intentId: z.uuid(), askAgainOn: z.string() }),
  subject: async (tx, input, actor) => {
    await readAs(tx, actor)
    await tx.select({ id: people.id }).from(people).where(eq(people.id, actor.personId)).for('update')
    return byActor(tx, input, actor)
  },
  // What somebody wishes may be private, so the audit keeps only that they said something.
  audit: ({ result }) => ({ kind: 'intent', id: result.intentId }),
  async run({ tx, actor, input, now, newId }) {
    if (input.targetId) {
      const [target] = await tx
        .select({ retiredAt: positions.retiredAt })
        .from(positions)
        .where(eq(positions.id, input.targetId))
      if (!target || target.retiredAt) throw invalid('targetId', 'retired')
    }
    const today = await personDay(tx, actor.personId, now)
    const askAgainOn = input.askAgainOn ?? addDays(today, ASK_AGAIN_DAYS[input.kind])
    if (askAgainOn <= today) throw invalid('askAgainOn', 'dateAhead')
    await tx
      .update(intents)
      // Two at once come in any order; a wish cannot end before it was declared.
      .set({ endedAt: sql`greatest(${intents.declaredAt}, ${now})` })
      .where(and(eq(intents.personId, actor.personId), isNull(intents.endedAt)))
    const intentId = newId()
    await tx.insert(intents).values({
      id: intentId,
      personId: actor.personId,
      kind: input.kind,
      targetId: input.targetId ?? null,
      visibility: input.visibility,
      askAgainOn,
      declaredAt: now,
    })
    return { intentId, askAgainOn }
  },
})
