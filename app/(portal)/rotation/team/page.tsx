import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Columns } from '#components/layout/columns'
import { BoardTabs } from '#components/rotation/board-tabs'
import { CrossTraining } from '#components/rotation/cross-training'
import { Shortages } from '#components/rotation/shortages'
import { TeamBoard } from '#components/rotation/team-board'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { mayEver } from '#domain/access'
import { addDays } from '#domain/site-time'
import { inLocale } from '#domain/text'
import { teamDay } from '#server/rotation/team-queries'
import { crossTraining } from '#server/rotation/worth-queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('rotation')
  return { title: t('teamTitle') }
}

export default async function TeamPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('rotation'),
  ])
  const board = await seen(teamDay(actor, pageQuery(given, ['date', 'teamId']).known))
  const worth = await seen(crossTraining(actor, { teamId: board.team.id }))
  const { team, teams, today, date, shifts, tasks, timeZone } = board
  const plan = `/rotation/plan/${date}?teamId=${team.id}`
  return (
    <>
      <PageHeader
        title={t('teamNamed', { team: inLocale(team.name, locale) })}
        lead={t('teamLead')}
        actions={
          <>
            <LinkButton href={`/rotation/shifts?date=${date}&teamId=${team.id}`}>
              {t('shifts.title')}
            </LinkButton>
            <LinkButton href={`/rotation/demand?date=${date}&teamId=${team.id}`}>
              {t('demandDay.title')}
            </LinkButton>
            <LinkButton href="/rotation/tasks">{t('taskBook.open')}</LinkButton>
            {mayEver(actor, 'rotation.setBreakRule') && (
              <LinkButton href="/rotation/weights">{t('weights.open')}</LinkButton>
            )}
            <LinkButton href={`/rotation/numbers?teamId=${team.id}`}>{t('numbers.open')}</LinkButton>
            <LinkButton href={plan} variant="primary" icon="calendar">
              {t('toPlan')}
            </LinkButton>
          </>
        }
      />
      <BoardTabs
        {...{ date, teams, team, locale }}
        days={[addDays(today, -1), today, addDays(today, 1)]}
        href={(day, teamId) => `/rotation/team?date=${day}&teamId=${teamId}`}
      />
      <Columns
        aside={
          <>
            <Section id="demand" title={t('demandTitle')}>
              <Shortages rows={board.short} tasks={tasks} timeZone={timeZone} locale={locale} />
            </Section>
            <CrossTraining items={worth.items} locale={locale} />
          </>
        }
      >
        <Section id="board" title={t(board.plan ? 'published' : 'notPublished')}>
          {shifts.length ? (
            <TeamBoard {...{ shifts, tasks, timeZone, locale }} />
          ) : (
            <EmptyState icon="calendar" title={t('noShifts')} lead={t('noShiftsLead')} />
          )}
        </Section>
      </Columns>
    </>
  )
}
