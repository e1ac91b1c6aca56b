import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Columns } from '#components/layout/columns'
import { Words } from '#components/layout/words'
import { BoardTabs } from '#components/rotation/board-tabs'
import { DayChanges } from '#components/rotation/day-changes'
import { DemandForms } from '#components/rotation/demand-forms'
import { PersonBlocks } from '#components/rotation/person-blocks'
import { PlanSearch } from '#components/rotation/plan-search'
import { PlanTools } from '#components/rotation/plan-tools'
import { PutForm } from '#components/rotation/put-form'
import { Shortages } from '#components/rotation/shortages'
import { TeamBoard } from '#components/rotation/team-board'
import { EmptyState } from '#components/ui/empty-state'
import { ActionForm } from '#components/ui/form'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { type Actor, mayEver } from '#domain/access'
import { Day } from '#domain/rotation'
import { isHard } from '#domain/rotation/rules'
import { addDays } from '#domain/site-time'
import { inLocale } from '#domain/text'
import { listChanges } from '#server/rotation/changes-queries'
import { findRun } from '#server/rotation/run-queries'
import { type TeamBoard as Board, teamDay } from '#server/rotation/team-queries'
import {
  copyDayAction,
  fillBreaksAction,
  forecastDemandAction,
  openPlanAction,
  publishPlanAction,
  putBlockAction,
  removeBlockAction,
  setDemandAction,
  startRunAction,
  stopRunAction,
} from '../../actions'

type Props = {
  params: Promise<{ date: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const t = await getTranslations('rotation')
  return { title: t('planTitle') }
}

/** The latest search for a draft, and what publishing it would change for people. */
const draftOf = async (actor: Actor, { plan, published }: Board) => {
  if (!plan) return { run: null, changed: null }
  const { id: planId } = plan
  const [{ run }, changed] = await Promise.all([
    seen(findRun(actor, { planId })),
    published && plan.status === 'draft' ? seen(listChanges(actor, { planId })) : null,
  ])
  return { run, changed }
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
  const { known } = pageQuery(given, ['teamId', 'person'])
  const board = await seen(teamDay(actor, { date, teamId: known.teamId, view: 'draft' }))
  const { team, teams, plan, shifts, tasks, timeZone, today } = board
  const chosen = shifts.find((shift) => shift.personId === known.person)
  const here = (personId?: string) =>
    `/rotation/plan/${date}?teamId=${team.id}${personId ? `&person=${personId}#put` : ''}`
  const broken = shifts.filter((shift) => shift.broken.some(isHard)).length
  const named = format.dateTime(new Date(`${date}T12:00:00Z`), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const { run, changed } = await draftOf(actor, board)
  const published = plan?.status === 'published'
  const common = { tasks, timeZone, locale }
  const tools = plan && shifts.length > 0 && (
    <>
      {!published && (
        <Section id="search" title={t('run.title')}>
          <Words namespaces={['rotation.browser', 'ui.browser']}>
            <PlanSearch
              {...common}
              {...{ planId: plan.id, shifts, run }}
              start={startRunAction}
              stop={stopRunAction}
            />
          </Words>
        </Section>
      )}
      <Section id="put" title={chosen ? chosen.name : t('putTitle')}>
        {/* Another person is another form: what was picked for the last one must not stay. */}
        <PutForm
          key={chosen?.personId}
          {...common}
          {...{ planId: plan.id, published, shifts, chosen }}
          put={putBlockAction}
        />
        {chosen && (
          <PersonBlocks {...common} shift={chosen} published={published} remove={removeBlockAction} />
        )}
      </Section>
      {!published && (
        <Section id="whole" title={t('wholeDay')}>
          <PlanTools
            planId={plan.id}
            {...{ date, broken }}
            fill={fillBreaksAction}
            copy={copyDayAction}
            publish={publishPlanAction}
          />
        </Section>
      )}
      {changed && (
        <Section id="changes" title={t('changes.title')}>
          <DayChanges people={changed.people} {...common} />
        </Section>
      )}
      <Section id="demand" title={t('demandTitle')}>
        <Shortages rows={board.short} {...common} />
        {mayEver(actor, 'rotation.setDemand') && (
          <Words namespaces={['rotation.browser', 'ui.browser']}>
            <DemandForms
              {...common}
              siteId={team.siteId}
              shifts={shifts}
              set={setDemandAction}
              forecast={forecastDemandAction}
            />
          </Words>
        )}
      </Section>
    </>
  )
  return (
    <>
      <PageHeader
        title={t('planNamed', { date: named })}
        lead={t('planLead', { team: inLocale(team.name, locale) })}
      />
      <BoardTabs
        {...{ date, teams, team, locale }}
        days={[-1, 0, 1, 2, 3].map((days) => addDays(today, days))}
        href={(day, teamId) => `/rotation/plan/${day}?teamId=${teamId}`}
      />
      {published && <Notice>{t('publishedNote')}</Notice>}
      {plan?.status === 'draft' && board.published && <Notice tone="warn">{t('replacesNote')}</Notice>}
      <Columns aside={tools}>
        <Section id="board" title={t('boardTitle')}>
          {!shifts.length && <EmptyState icon="calendar" title={t('noShifts')} lead={t('noShiftsLead')} />}
          {shifts.length > 0 && !plan && (
            <ActionForm action={openPlanAction} label={t('openPlan')} className="mb-6 grid gap-2">
              <input type="hidden" name="teamId" value={team.id} />
              <input type="hidden" name="onDate" value={date} />
              <p className="text-soft">{t('openPlanNote')}</p>
              <PendingButton className="justify-self-start">{t('openPlan')}</PendingButton>
            </ActionForm>
          )}
          {shifts.length > 0 && (
            <TeamBoard
              {...common}
              shifts={shifts}
              withRules={Boolean(plan)}
              chosen={chosen?.personId}
              choose={plan ? (shift) => here(shift.personId) : undefined}
            />
          )}
        </Section>
      </Columns>
    </>
  )
}
