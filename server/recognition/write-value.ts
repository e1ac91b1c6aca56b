import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { companyValues } from '#db/schema/recognition'
import { RetireValue, WriteValue } from '#domain/praise-caps'
import { notFound } from '#domain/refused'
import { byActor, command } from '#server/command'

/** Adds a value of the company, or says one that is there in other words; a retired one comes back. */
export const writeValue = command({
  verb: 'recognition.writeValue',
  input: WriteValue,
  output: z.object({ id: z.uuid() }),
  subject: byActor,
  audit: ({ input, result }) => ({ kind: 'value', id: result.id, detail: { slug: input.slug } }),
  async run({ tx, input, now, newId }) {
    const [row] = await tx
      .insert(companyValues)
      .values({ ...input, id: newId(), createdAt: now })
      .onConflictDoUpdate({ target: companyValues.slug, set: { ...input, retiredAt: null } })
      .returning({ id: companyValues.id })
    if (!row) throw notFound()
    return row
  },
})

/** Offers a value no more; praise that shows it keeps it. */
export const retireValue = command({
  verb: 'recognition.retireValue',
  input: RetireValue,
  output: z.object({}),
  subject: byActor,
  audit: ({ input }) => ({ kind: 'value', id: null, detail: { slug: input.slug } }),
  async run({ tx, input, now }) {
    const gone = await tx
      .update(companyValues)
      .set({ retiredAt: now })
      .where(eq(companyValues.slug, input.slug))
      .returning({ id: companyValues.id })
    if (!gone.length) throw notFound()
    return {}
  },
})
