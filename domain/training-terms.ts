import { searchDocument, searchShape } from '#domain/search'
import type { Text } from '#domain/text'

type Training = { code: string; title: Text; about: Text | null; raises: readonly Text[] }

const both = (text: Text | null): string => [text?.uk, text?.en].filter(Boolean).join(' ')

/** What search reads of a training: its names for the likeness of letters, all its words in both languages for their forms. */
export const termsOf = ({ code, title, about, raises }: Training): { title: string; document: string } => ({
  title: searchShape(`${both(title)} ${raises.map(both).join(' ')}`),
  document: searchDocument(`${code} ${both(title)}`, [...raises.map(both), both(about)].join(' ')),
})
