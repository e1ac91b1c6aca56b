import { createTranslator } from 'next-intl'
import { noticeWords } from '#app/_next/notice-words'
import { messagesOf } from '#messages/catalogue'
import type { WriteLetter } from '#server/channels/mail'

const SUBJECT = 120

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** One line, whatever somebody put into a title. */
const flat = (text: string): string => {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > SUBJECT ? `${line.slice(0, SUBJECT - 1)}…` : line
}

/** Writes letters about notices in the reader's language, as plain text and as simple HTML, with links into the portal. */
export const letterWriter =
  (appUrl: string): WriteLetter =>
  ({ name, locale }, notices, digest) => {
    const messages = messagesOf(locale)
    const t = createTranslator({ locale, messages, namespace: 'notices.mail' })
    const words = noticeWords(locale)
    const lines = notices.map(({ href, closed, ...notice }) => ({
      text: flat(closed ? t('closed') : words(notice)),
      link: new URL(href, appUrl).href,
    }))
    const count = lines.length
    const [only] = lines
    const several = digest || count > 1
    const subject = several ? t(digest ? 'digest' : 'several', { count }) : (only?.text ?? '')
    const [greeting, why] = [t('greeting', { name: flat(name) }), t('why')]
    const rows = lines.map(({ text, link }) => `<li><a href="${escaped(link)}">${escaped(text)}</a></li>`)
    return {
      subject,
      text: `${greeting}\n\n${lines.map(({ text, link }) => `• ${text}\n  ${link}`).join('\n')}\n\n${why}\n`,
      html: `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body><p>${escaped(greeting)}</p><ul>${rows.join('')}</ul><p><small>${escaped(why)}</small></p></body></html>
`,
    }
  }
