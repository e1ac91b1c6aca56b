export const LOCALES = ['uk', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** Text that HR edits: Ukrainian always, English where somebody wrote it. */
export type Text = { uk: string; en?: string }

/** The text in the reader's language; Ukrainian where there is no other. */
export const inLocale = (text: Text, locale: Locale): string => (locale === 'en' && text.en) || text.uk
