import { useTranslations } from 'next-intl'
import { Words } from '#components/layout/words'
import { FixRest } from '#components/rotation/fix-rest'
import { PlanBoard } from '#components/rotation/plan-board'
import { RunProgress } from '#components/rotation/run-progress'
import { TeamBoard as List } from '#components/rotation/team-board'
import type { FormAction } from '#components/ui/form-state'
import { LinkTabs } from '#components/ui/link-tabs'
import { Section } from '#components/ui/section'
import type { Locale } from '#domain/text'
import type { PlanRun } from '#server/rotation/run-queries'
import type { TeamBoard } from '#server/rotation/team-queries'

type Props = {
  board: TeamBoard & { plan: NonNullable<TeamBoard['plan']> }
  run: PlanRun | null
  searching: boolean
  view: 'grid' | 'list'
  personId?: string
  locale: Locale
  acts: Record<'start' | 'stop' | 'lay', FormAction>
}

type Shift = TeamBoard['shifts'][number]

/** What a search has found so far, where it has told of a whole plan; it is legal at any moment. */
const bestOf = (shifts: Shift[], drafted: PlanRun['drafted'] | undefined): Shift[] =>
  shifts.map((shift) => ({ ...shift, pieces: drafted?.[shift.shiftId] ?? shift.pieces }))

/** A plan's day: the press over it, then the board, to be changed by hand or read as a list. */
export function PlanDay({ board, run, searching, view, personId, locale, acts }: Props) {
  const words = useTranslations('rotation')
  const { plan, shifts, tasks, timeZone, date, team, rule, left } = board
  const draft = plan.status === 'draft'
  const pieces = shifts.flatMap((shift) => shift.pieces)
  const at = `/rotation/plan/${date}?teamId=${team.id}`
  const formsAt = `${at}&view=${view}&person=`
  const common = { tasks, timeZone, locale }
  return (
    <>
      {run && searching && (
        <Section id="searching" title={words('run.title')}>
          <Words namespaces={['rotation.browser', 'ui.browser']}>
            <RunProgress key={run.id} planId={plan.id} runId={run.id} begun={run} stop={acts.stop} />
          </Words>
        </Section>
      )}
      {draft && !searching && (
        <FixRest
          planId={plan.id}
          empty={!pieces.length}
          behind={plan.behind}
          touched={shifts.some((shift) => shift.broken.length > 0) || pieces.some((piece) => piece.touched)}
          start={acts.start}
        />
      )}
      {searching && <p className="my-4">{words(run?.drafted ? 'run.bestSoFar' : 'run.noPlanYet')}</p>}
      {!searching && (
        <LinkTabs
          label={words('views.title')}
          tabs={(['grid', 'list'] as const).map((one) => ({
            href: `${at}&view=${one}`,
            label: words(`views.${one}`),
            current: one === view,
          }))}
        />
      )}
      {view === 'list' || searching ? (
        <List
          {...common}
          shifts={searching ? bestOf(shifts, run?.drafted) : shifts}
          withRules={!searching}
          dense={searching}
          chosen={personId}
          choose={(shift) => `${formsAt}${shift.personId}#put`}
        />
      ) : (
        <Words
          namespaces={[
            'rotation.browser',
            'rotation.broken',
            'rotation.what',
            'rotation.changes',
            'rotation.nothing',
            'ui.browser',
          ]}
        >
          <PlanBoard
            key={plan.id}
            {...common}
            {...{ shifts, planId: plan.id, status: plan.status, rule, left, formsAt, now: board.now }}
            drafted={draft && run?.status === 'done' ? run.drafted : null}
            lay={acts.lay}
          />
        </Words>
      )}
    </>
  )
}
