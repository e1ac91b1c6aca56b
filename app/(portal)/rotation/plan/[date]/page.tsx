import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { BeginPlan } from '#components/rotation/begin-plan'
import { BoardTabs } from '#components/rotation/board-tabs'
import { PlanDay } from '#components/rotation/plan-day'
import { PlanDesk } from '#components/rotation/plan-desk'
import { TeamBoard } from '#components/rotation/team-board'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { mayEver } from '#domain/access'
import { Day } from '#domain/rotation'
import { DEFAULT_WEIGHTS } from '#domain/rotation/day-weights'
import { addDays } from '#domain/site-time'
import { inLocale } from '#domain/text'
import { findRun } from '#server/rotation/run-queries'
import { teamDay } from '#server/rotation/team-queries'
import {
  copyDayAction,
  fillBreaksAction,
  forecastDemandAction,
  layDaysAction,
  openPlanAction,
  publishPlanAction,
  putBlockAction,
  removeBlockAction,
  setDemandAction,
  stopRunAction,
} from '../../actions'
import { startRunAction } from '../../run-actions'

type Props = {
  params: Promise<{ date: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const t = await getTranslations('rotation')
  return { title: t('planTitle') }
}

const acts = {
  start: startRunAction,
  stop: stopRunAction,
  lay: layDaysAction,
  put: putBlockAction,
  remove: removeBlockAction,
  fill: fillBreaksAction,
  copy: copyDayAction,
  publish: publishPlanAction,
  set: setDemandAction,
  forecast: forecastDemandAction,
}

export default async function PlanPage({ params, searchParams }: Props) {
  const [{ actor }, { date }, given, locale, t, format] = await Promise.all([
    requireSession(),
    params,
    searchParams,
    getLocale(),
    getTranslations('rotation'),
    getFormatter(),
  ])
  if (!Day.safeParse(date).success) notFound()
  const { known } = pageQuery(given, ['teamId', 'person', 'view'])
  const board = await seen(teamDay(actor, { date, teamId: known.teamId, view: 'draft' }))
  const { team, teams, plan, shifts, tasks, timeZone, today } = board
  const found = plan ? await seen(findRun(actor, { planId: plan.id })) : null
  const run = found?.run ?? null
  const searching = run?.status === 'waiting' || run?.status === 'running'
  const named = format.dateTime(new Date(`${date}T12:00:00Z`), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const planned = plan && shifts.length > 0 && { ...board, plan }
  const common = { run, searching, personId: known.person, locale, acts }
  return (
    <>
      <PageHeader
        title={t('planNamed', { date: named })}
        lead={t('planLead', { team: inLocale(team.name, locale) })}
        actions={
          <LinkButton href={`/rotation/week?date=${date}&teamId=${team.id}`}>
            {t('weekPlans.open')}
          </LinkButton>
        }
      />
      <BoardTabs
        {...{ date, teams, team, locale }}
        days={[-1, 0, 1, 2, 3].map((days) => addDays(today, days))}
        href={(day, teamId) => `/rotation/plan/${day}?teamId=${teamId}`}
      />
      {plan?.status === 'published' && (
        <>
          <Notice>{t('publishedNote')}</Notice>
          {date >= today && mayEver(actor, 'rotation.openPlan') && (
            <BeginPlan again teamId={team.id} onDate={date} open={openPlanAction} />
          )}
        </>
      )}
      {plan?.status === 'draft' && board.published && <Notice tone="warn">{t('replacesNote')}</Notice>}
      <Section id="board" title={t('boardTitle')}>
        {!shifts.length && <EmptyState icon="calendar" title={t('noShifts')} lead={t('noShiftsLead')} />}
        {shifts.length > 0 && !plan && (
          <>
            <BeginPlan teamId={team.id} onDate={date} open={openPlanAction} />
            <TeamBoard {...{ shifts, tasks, timeZone, locale }} />
          </>
        )}
        {planned && <PlanDay board={planned} view={known.view === 'list' ? 'list' : 'grid'} {...common} />}
      </Section>
      {planned && (
        <PlanDesk
          board={planned}
          usual={found?.usual ?? DEFAULT_WEIGHTS}
          maySetDemand={mayEver(actor, 'rotation.setDemand')}
          {...common}
        />
      )}
    </>
  )
}
