import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { celebrationWishes } from '#db/schema/celebrations'
import { SetCelebrations, yearlessDay } from '#domain/celebrations'
import { byActor, command } from '#server/command'

/** Says on which of the own days colleagues may be told of them; nothing said means never. */
export const setCelebrations = command({
  verb: 'recognition.setCelebrations',
  input: SetCelebrations,
  output: z.object({}),
  subject: byActor,
  audit: ({ input }) => ({
    kind: 'person',
    id: null,
    detail: { birthday: input.day !== undefined, anniversary: input.anniversary },
  }),
  async run({ tx, actor, input, now }) {
    const { rows } = await tx.execute<{ since: string }>(
      sql`select min(lower(valid))::text as since from employments where person_id = ${actor.personId}`,
    )
    const wish = {
      birthday: input.day && input.month ? yearlessDay(input.day, input.month) : null,
      worksSince: input.anniversary ? (rows[0]?.since ?? null) : null,
      setAt: now,
    }
    await tx
      .insert(celebrationWishes)
      .values({ personId: actor.personId, ...wish })
      .onConflictDoUpdate({ target: celebrationWishes.personId, set: wish })
    // A greeting tells the day as well as the wish does, so it goes with it.
    await tx.execute(sql`
      delete from celebration_greetings where person_id = ${actor.personId}
        and ((kind = 'birthday' and ${wish.birthday === null}) or (kind = 'anniversary' and ${wish.worksSince === null}))`)
    return {}
  },
})
