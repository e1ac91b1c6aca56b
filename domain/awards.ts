import { z } from 'zod'
import { addMonths, firstOfMonth } from '#domain/months'
import { Page } from '#domain/paging'

export const ConfirmAward = z.object({
  /** The number of the idea. */
  number: z.coerce.number().int().positive(),
  /** What it is praised for, in words for everybody. */
  deed: z.string().trim().min(30).max(1000),
  /** The slug or id of the company's value that it shows. */
  value: z.string().trim().min(1).max(60),
})

export const ListAwards = Page

/** The month whose ideas are awarded on a day, as its first day: the one before, so that it is whole. */
export const awardedMonth = (day: string): string => addMonths(firstOfMonth(day), -1)

const ENDING = /[аяоеєиіїйьуюaeiouy]$/iu
const WORD = /\p{Lu}[\p{L}ʼ'’-]*/gu
/** Letters that an ending of a case adds to what stays of a name. */
const LONGEST_ENDING = 4

/** Whether a text names somebody by any part of their name, in whatever case it stands. */
export function namesPerson(text: string, name: string): boolean {
  const stems = name
    .toLocaleLowerCase('uk')
    .split(/[\s-]+/)
    .filter((part) => part.length > 2)
    .map((part) => part.replace(ENDING, ''))
  const words = (text.match(WORD) ?? []).flatMap((word) => word.toLocaleLowerCase('uk').split('-'))
  return words.some((word) =>
    stems.some((stem) => word.startsWith(stem) && word.length <= stem.length + LONGEST_ENDING),
  )
}
