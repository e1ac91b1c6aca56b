import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '#db/schema/people'
import { notFound } from '#domain/refused'
import { query } from '#server/query'

/** What the person has chosen for themselves. */
export const preferences = query({
  verb: 'settings.preferences',
  input: z.object({}),
  output: z.object({ locale: z.string(), theme: z.string(), praiseVisibility: z.string() }),
  async run({ db, actor }) {
    const { locale, theme, praiseVisibility } = people
    const [row] = await db
      .select({ locale, theme, praiseVisibility })
      .from(people)
      .where(eq(people.id, actor.personId))
    if (!row) throw notFound()
    return row
  },
})
