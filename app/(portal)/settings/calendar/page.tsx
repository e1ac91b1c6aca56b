import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { SettingsHeader } from '#components/settings/settings-tabs'
import { SiteCalendar } from '#components/settings/site-calendar'
import { mayEver } from '#domain/access'
import { listCalendars } from '#server/settings/calendar-queries'
import { setDayAction, setWorkdaysAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('settings.calendar')
  return { title: t('title') }
}

export default async function CalendarPage() {
  const [{ actor }, locale] = await Promise.all([requireSession(), getLocale()])
  if (!mayEver(actor, 'settings.setDay')) notFound()
  const calendars = await listCalendars(actor, {})
  return (
    <>
      <SettingsHeader current="/calendar" edits />
      {calendars.map((calendar) => (
        <SiteCalendar
          key={calendar.siteId}
          calendar={calendar}
          locale={locale}
          setWorkdays={setWorkdaysAction}
          setDay={setDayAction}
        />
      ))}
    </>
  )
}
