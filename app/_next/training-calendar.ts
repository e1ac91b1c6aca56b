import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { createTranslator } from 'next-intl'
import { answering } from '#app/_next/answering'
import { environment } from '#db/environment'
import type { Actor } from '#domain/access'
import { isUuid } from '#domain/ids'
import { notFound } from '#domain/refused'
import { inLocale } from '#domain/text'
import { messagesOf } from '#messages/catalogue'
import type { CalendarEntry } from '#server/training/calendar-queries'
import { listOwnSessions } from '#server/training/calendar-queries'

const calendarOf = ({ locale }: Actor, entries: readonly CalendarEntry[], now: Date): string => {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'training' })
  const origin = environment().appUrl
  const calendar = ical({
    name: t('feed.name'),
    prodId: { company: 'Sviato', product: 'training', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  const summaryOf = (state: CalendarEntry['state'], title: string) => {
    if (state === 'waitlisted') return t('feed.waiting', { title })
    return state === 'leads' ? t('feed.leads', { title }) : title
  }
  for (const entry of entries) {
    const title = inLocale(entry.title, locale)
    const places = [entry.site, entry.place, entry.city].flatMap((place) => place ?? [])
    calendar.createEvent({
      id: `${entry.sessionId}@sviato`,
      stamp: entry.changedAt ? new Date(entry.changedAt) : now,
      start: new Date(entry.startsAt),
      end: new Date(entry.endsAt),
      summary: summaryOf(entry.state, title),
      location: places.map((place) => inLocale(place, locale)).join(', '),
      description: entry.trainer ? t('page.trainer', { name: entry.trainer }) : undefined,
      status: entry.state === 'waitlisted' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      url: `${origin}/training/${entry.slug}`,
    })
  }
  return calendar.toString()
}

const answer = (body: string, name: string): Response =>
  new Response(body, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.ics"`,
      'cache-control': 'private, no-store',
    },
  })

/** One of one's own sessions as a file. */
export const sessionCalendar = answering<{ sessionId: string }>(
  { limit: 'file', stranger: 'sign-in', hides: true },
  async ({ actor }, _request, { sessionId }) => {
    const now = new Date()
    const entries = isUuid(sessionId) ? await listOwnSessions(actor, { sessionId }, { now }) : []
    if (!entries.length) throw notFound()
    return answer(calendarOf(actor, entries, now), entries[0]?.slug ?? 'training')
  },
)
