import { createTranslator } from 'next-intl'
import type { IconName } from '#components/ui/icon-names'
import type { Locale } from '#domain/text'
import { FORMATS, messagesOf } from '#messages/catalogue'

type Notice = { kind: string; params: Record<string, string | number> }

/** The sentence of a notice in the reader's language, with words that a stored notice cannot know. */
export function noticeWords(locale: Locale) {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'notices', formats: FORMATS })
  return ({ kind, params }: Notice): string => t(kind as never, params as never)
}

const PICTURES: Record<string, IconName> = {
  idea: 'idea',
  praise: 'award',
  people: 'person',
  ladder: 'career',
  rotation: 'rotation',
  workplace: 'seat',
  training: 'training',
}

/** The picture of the room that the notice comes from. */
export const noticeIcon = (kind: string): IconName => PICTURES[kind.split('.')[0] ?? ''] ?? 'bell'
