import { z } from 'zod'

/** Typed as people write lists: separated by commas, semicolons or lines. */
export const NameSame = z.object({
  names: z
    .string()
    .max(500)
    .transform((text) => [...new Set(text.split(/[,;\n]/).map((name) => name.trim()))].filter(Boolean))
    .pipe(z.array(z.string().max(60)).min(2).max(20)),
})

export const RetireSynonyms = z.object({ synonymsId: z.uuid() })
