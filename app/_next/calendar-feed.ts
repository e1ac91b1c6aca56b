import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { createFormatter, createTranslator } from 'next-intl'
import { answeringLink } from '#app/_next/open-answering'
import { environment } from '#db/environment'
import { inLocale } from '#domain/text'
import { messagesOf } from '#messages/catalogue'
import { type CalendarEntry, calendarOf } from '#server/flows/calendar'

/** A person's own calendar, of every room, for whatever program they keep one in; the secret in the address says whose. */
export const calendarFeed = answeringLink('calendar', async ({ actor }) => {
  const { locale } = actor
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'rotation' })
  const format = createFormatter({ locale })
  const origin = environment().appUrl
  const calendar = ical({
    name: t('calendar.name'),
    prodId: { company: 'Sviato', product: 'calendar', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  const lines = ({ parts, timeZone }: CalendarEntry): string[] => {
    const clock = (at: string) =>
      format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
    return parts.map(({ from, to, what, title }) =>
      t('pieceLine', {
        from: clock(from),
        to: clock(to),
        title: title ? inLocale(title, locale) : t(`what.${what}`),
      }),
    )
  }
  const summaryOf = ({ waiting, leads }: CalendarEntry, title: string) => {
    if (waiting) return t('calendar.waiting', { title })
    return leads ? t('calendar.leads', { title }) : title
  }
  for (const entry of await calendarOf(actor)) {
    const title = entry.title ? inLocale(entry.title, locale) : t('calendar.shift')
    calendar.createEvent({
      id: `${entry.id}@sviato`,
      start: new Date(entry.from),
      end: new Date(entry.to),
      summary: summaryOf(entry, title),
      location: entry.places.map((place) => inLocale(place, locale)).join(', '),
      description: lines(entry).join('\n') || undefined,
      status: entry.waiting ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      url: `${origin}${entry.href}`,
    })
  }
  return new Response(calendar.toString(), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="sviato.ics"',
      'cache-control': 'private, no-store',
    },
  })
})
