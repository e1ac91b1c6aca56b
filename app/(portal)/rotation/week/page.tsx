import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { BoardTabs } from '#components/rotation/board-tabs'
import { WeekPlans } from '#components/rotation/week-plans'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { mayEver } from '#domain/access'
import { addDays } from '#domain/site-time'
import { inLocale } from '#domain/text'
import { weekPlans } from '#server/rotation/week-queries'
import { planWeekAction, stopWeekAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('rotation.weekPlans')
  return { title: t('title') }
}

export default async function WeekPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('rotation.weekPlans'),
  ])
  const { team, teams, days, today } = await seen(
    weekPlans(actor, pageQuery(given, ['teamId', 'date']).known),
  )
  const monday = days[0]?.date ?? today
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { team: inLocale(team.name, locale) })} />
      <BoardTabs
        {...{ teams, team, locale }}
        date={monday}
        days={[-7, 0, 7, 14].map((step) => addDays(monday, step))}
        href={(date, teamId) => `/rotation/week?date=${date}&teamId=${teamId}`}
      />
      <Section id="days" title={t('days')}>
        <WeekPlans
          {...{ days, today }}
          teamId={team.id}
          acts={
            mayEver(actor, 'rotation.planWeek') ? { plan: planWeekAction, stop: stopWeekAction } : undefined
          }
        />
      </Section>
    </>
  )
}
