import { createTranslator } from 'next-intl'
import { z } from 'zod'
import { answeringLink } from '#app/_next/open-answering'
import { environment } from '#db/environment'
import { inLocale } from '#domain/text'
import { messagesOf } from '#messages/catalogue'
import type { IdeaItem } from '#server/ideas/queries'
import { listIdeas } from '#server/ideas/queries'

const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const Subject = z.uuid()

/** RFC 4287. An idea has a day and no moment, so its entry has the day's beginning. */
export const ideasFeed = answeringLink('ideas-feed', async ({ actor, subject }) => {
  const areaId = Subject.safeParse(subject).data
  const { items } = await listIdeas(actor, { areaId, limit: 50 })
  const { locale } = actor
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'ideas' })
  const origin = environment().appUrl
  const [first] = items
  const area = areaId && first ? ` · ${inLocale(first.area, locale)}` : ''
  const entry = (idea: IdeaItem) => `  <entry>
    <id>${origin}/ideas/${idea.number}</id>
    <title>${escaped(idea.title)}</title>
    <link href="${origin}/ideas/${idea.number}"/>
    <updated>${idea.answeredOn ?? idea.submittedOn}T00:00:00Z</updated>
    <author><name>${escaped(idea.author?.name ?? t(`modeNames.${idea.authorMode}`))}</name></author>
    <category term="${idea.state}" label="${escaped(t(`browser.states.${idea.state}`))}"/>
    <summary>${escaped(`${t(`browser.states.${idea.state}`)} · ${inLocale(idea.area, locale)} · ${idea.votes}`)}</summary>
  </entry>`
  const body = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
  <id>${origin}/ideas${areaId ? `?areaId=${areaId}` : ''}</id>
  <title>${escaped(`${t('title')}${area}`)}</title>
  <link href="${origin}/ideas"/>
  <updated>${first ? `${first.submittedOn}T00:00:00Z` : '2026-01-01T00:00:00Z'}</updated>
${items.map(entry).join('\n')}
</feed>
`
  const headers = {
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'private, no-store',
  }
  return new Response(body, { headers })
})
