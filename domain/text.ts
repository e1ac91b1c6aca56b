import { z } from 'zod'

export const LOCALES = ['uk', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** Text that HR edits: Ukrainian always, English where somebody wrote it. */
export type Text = { uk: string; en?: string }

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

/** The text in the reader's language; Ukrainian where there is no other. */
export const inLocale = (text: Text, locale: Locale): string => (locale === 'en' && text.en) || text.uk

export const Text = z.object({ uk: z.string(), en: z.string().optional() })
