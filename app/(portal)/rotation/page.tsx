import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { MyShift } from '#components/rotation/my-day'
import { WeekStrip } from '#components/rotation/week-strip'
import { EmptyState } from '#components/ui/empty-state'
import { Link } from '#components/ui/link'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { mayEver } from '#domain/access'
import { myDay } from '#server/rotation/my-queries'
import { sayTiredAction } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('rotation')
  return { title: t('title') }
}

export default async function RotationPage({ searchParams }: Props) {
  const [{ actor, alarm }, given, locale, t, format] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('rotation'),
    getFormatter(),
  ])
  const { date, today, week, now, timeZone } = await seen(myDay(actor, pageQuery(given, ['date']).known))
  const shifts = week.find((day) => day.date === date)?.shifts ?? []
  const named = format.dateTime(new Date(`${date}T12:00:00Z`), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return (
    <>
      <PageHeader
        title={date === today ? t('titleToday') : t('titleDay', { date: named })}
        lead={date === today ? named : undefined}
        actions={
          <>
            <LinkButton href="/rotation/swaps">{t('swaps.title')}</LinkButton>
            <LinkButton href="/rotation/wishes">{t('wishes.title')}</LinkButton>
            <LinkButton href="/rotation/now">{t('floor.title')}</LinkButton>
            {mayEver(actor, 'rotation.teamDay') && (
              <LinkButton href="/rotation/team">{t('teamTitle')}</LinkButton>
            )}
          </>
        }
      />
      <Section id="day" title={t('dayTitle')}>
        {shifts.length ? (
          <div className="grid gap-8">
            {shifts.map((shift) => (
              <div key={shift.id} className="grid gap-4">
                <MyShift
                  shift={shift}
                  now={alarm ?? now}
                  alarm={Boolean(alarm)}
                  locale={locale}
                  tired={sayTiredAction}
                />
                {Date.parse(shift.to) > Date.parse(now) && (
                  <p className="flex flex-wrap gap-2">
                    <LinkButton
                      href={`/rotation/swaps/new?shiftId=${shift.id}`}
                      size="small"
                      icon="handshake"
                    >
                      {t('swaps.open')}
                    </LinkButton>
                  </p>
                )}
              </div>
            ))}
          </div>
        ) : (
          <EmptyState icon="sun" title={t('dayOffTitle')} lead={t('dayOffLead')} />
        )}
      </Section>
      <Section
        id="week"
        title={t('week')}
        action={
          <Link href="/rotation/calendar" className="link">
            {t('calendar.open')}
          </Link>
        }
      >
        <WeekStrip days={week} date={date} today={today} timeZone={timeZone} />
      </Section>
    </>
  )
}
