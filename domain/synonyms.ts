import { z } from 'zod'

/** Typed as people write lists: separated by commas, semicolons or lines. Parsed once more it stays as it is. */
export const NameSame = z.object({
  names: z
    .union([z.string().max(500), z.array(z.string())])
    .transform((given) => {
      const names = Array.isArray(given) ? given : given.split(/[,;\n]/)
      return [...new Set(names.map((name) => name.trim()))].filter(Boolean)
    })
    .pipe(z.array(z.string().max(60)).min(2).max(20)),
})

export const RetireSynonyms = z.object({ synonymsId: z.uuid() })
