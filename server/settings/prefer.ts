import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '#db/schema/people'
import { Preferences } from '#domain/people'
import { byActor, command } from '#server/command'

/** Language, theme and how the person wants to be praised. */
export const prefer = command({
  verb: 'settings.prefer',
  input: Preferences,
  output: z.object({}),
  subject: byActor,
  audit: ({ subject, input }) => ({ kind: 'person', id: subject.people[0] ?? null, detail: { ...input } }),
  async run({ tx, actor, input }) {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    if (Object.keys(given).length) await tx.update(people).set(given).where(eq(people.id, actor.personId))
    return {}
  },
})
