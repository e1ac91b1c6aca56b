import { z } from 'zod'

/** What HR types: Ukrainian always, English where somebody writes it. */
export const localized = (maximum: number, minimum = 1) =>
  z.object({
    uk: z.string().trim().min(minimum).max(maximum),
    en: z
      .string()
      .trim()
      .max(maximum)
      .optional()
      .transform((value) => value || undefined),
  })

/** The same as it is kept and read. */
export const Text = z.object({ uk: z.string(), en: z.string().optional() })
export type Text = z.output<typeof Text>
