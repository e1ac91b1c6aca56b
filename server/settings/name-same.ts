import { z } from 'zod'
import { searchSynonyms } from '#db/schema/settings'
import { NameSame } from '#domain/synonyms'
import { command } from '#server/command'
import { forgetLore } from '#server/search'

/** Tells the search that several names mean one thing. Other instances know it within a minute. */
export const nameSame = command({
  verb: 'settings.nameSame',
  input: NameSame,
  output: z.object({ id: z.uuid() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'synonyms', id: result.id }),
  async run({ tx, actor, input, now, newId }) {
    const id = newId()
    const setBy = actor.kind === 'person' ? actor.personId : null
    await tx.insert(searchSynonyms).values({ id, names: input.names, setBy, createdAt: now })
    forgetLore()
    return { id }
  },
})
