import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Words } from '#components/layout/words'
import { BoardTabs } from '#components/rotation/board-tabs'
import { DemandGrid } from '#components/rotation/demand-grid'
import { DemandPast } from '#components/rotation/demand-past'
import { ForecastGrid } from '#components/rotation/forecast-grid'
import { clockOf } from '#components/rotation/wording'
import { LinkButton } from '#components/ui/link-button'
import { LinkTabs } from '#components/ui/link-tabs'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { STEPS } from '#domain/rotation/demand'
import { addDays } from '#domain/site-time'
import { inLocale } from '#domain/text'
import { demandDay } from '#server/rotation/demand-day-queries'
import { demandFromPastAction, forecastDayAction, layDemandAction } from '../demand-actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('rotation.demandDay')
  return { title: t('title') }
}

const WORKED_FROM = 6

export default async function DemandPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t, format] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('rotation.demandDay'),
    getFormatter(),
  ])
  const filter = pageQuery(given, ['teamId', 'date', 'step', 'show', 'night'])
  const { step = '30', show, night, ...place } = filter.known
  const stepMinutes = STEPS.find((one) => String(one) === step) ?? 30
  const day = await seen(demandDay(actor, { ...place, stepMinutes }))
  const { team, teams, date, timeZone } = day
  const clock = clockOf(format, timeZone)
  const wanted = day.cells.findIndex((line) => line.some((count) => count > 0))
  const early = Math.round((WORKED_FROM * 60) / stepMinutes)
  const skipped = night === '1' || (wanted >= 0 && wanted < early) ? 0 : early
  const slots = day.slots.slice(skipped)
  const frame = {
    siteId: team.siteId,
    from: new Date(slots[0] ?? day.from).toISOString(),
    stepMinutes,
    rows: slots.map((at) => clock(at)),
  }
  const tasks = day.tasks.map(({ id, title, hue }) => ({ id, hue, title: inLocale(title, locale) }))
  const forecasting = show === 'forecast'
  const key = `${team.id}${date}${step}${skipped}`
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { team: inLocale(team.name, locale) })}
        actions={<LinkButton href={`/rotation/plan/${date}?teamId=${team.id}`}>{t('toPlan')}</LinkButton>}
      />
      <BoardTabs
        {...{ date, teams, team, locale }}
        days={[-1, 0, 1, 2, 3, 7].map((days) => addDays(day.today, days))}
        href={(to, teamId) => `/rotation/demand?date=${to}&teamId=${teamId}&step=${step}`}
      />
      <LinkTabs
        label={t('views')}
        tabs={[
          {
            href: `/rotation/demand${filter.with({ show: null })}`,
            label: t('byHand'),
            current: !forecasting,
          },
          {
            href: `/rotation/demand${filter.with({ show: 'forecast' })}`,
            label: t('byForecast'),
            current: forecasting,
          },
        ]}
      />
      <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <LinkTabs
          label={t('steps')}
          tabs={STEPS.map((one) => ({
            href: `/rotation/demand${filter.with({ step: String(one) })}`,
            label: t('stepOf', { minutes: one }),
            current: one === stepMinutes,
          }))}
        />
        {skipped > 0 && (
          <LinkButton href={`/rotation/demand${filter.with({ night: '1' })}`} size="small">
            {t('withNight')}
          </LinkButton>
        )}
        <DemandPast siteId={team.siteId} teamId={team.id} date={date} take={demandFromPastAction} />
      </div>
      <Section id="grid" title={t(forecasting ? 'byForecast' : 'byHand')}>
        <Words namespaces={['rotation.browser', 'ui.browser']}>
          {forecasting ? (
            <ForecastGrid key={key} {...{ frame, tasks }} forecast={forecastDayAction} />
          ) : (
            <DemandGrid
              key={key}
              {...{ frame, tasks }}
              cells={day.cells
                .slice(skipped)
                .map((line) => line.map((count) => (count ? String(count) : '')))}
              lay={layDemandAction}
            />
          )}
        </Words>
      </Section>
    </>
  )
}
