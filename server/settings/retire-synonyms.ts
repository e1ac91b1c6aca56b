import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { searchSynonyms } from '#db/schema/settings'
import { notFound } from '#domain/refused'
import { RetireSynonyms } from '#domain/synonyms'
import { command } from '#server/command'
import { forgetLore } from '#server/search'

export const retireSynonyms = command({
  verb: 'settings.retireSynonyms',
  input: RetireSynonyms,
  output: z.object({}),
  subject: () => ({}),
  audit: ({ input }) => ({ kind: 'synonyms', id: input.synonymsId }),
  async run({ tx, input, now }) {
    const row = and(eq(searchSynonyms.id, input.synonymsId), isNull(searchSynonyms.retiredAt))
    const found = await tx.update(searchSynonyms).set({ retiredAt: now }).where(row).returning()
    if (!found.length) throw notFound()
    forgetLore()
    return {}
  },
})
