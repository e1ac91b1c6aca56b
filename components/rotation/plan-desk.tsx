import { useTranslations } from 'next-intl'
import { Words } from '#components/layout/words'
import { DayChanges } from '#components/rotation/day-changes'
import { DemandForms } from '#components/rotation/demand-forms'
import { PersonBlocks } from '#components/rotation/person-blocks'
import { PlanSearch } from '#components/rotation/plan-search'
import { PlanTools } from '#components/rotation/plan-tools'
import { PutForm } from '#components/rotation/put-form'
import { Shortages } from '#components/rotation/shortages'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { Section } from '#components/ui/section'
import { dayChanges } from '#domain/rotation/day-changes'
import type { DayWeights } from '#domain/rotation/day-weights'
import { isHard } from '#domain/rotation/rules'
import type { Locale } from '#domain/text'
import type { PlanRun } from '#server/rotation/run-queries'
import type { TeamBoard } from '#server/rotation/team-queries'

type Act = 'start' | 'stop' | 'put' | 'remove' | 'fill' | 'copy' | 'publish' | 'set' | 'forecast'
type Props = {
  board: TeamBoard & { plan: NonNullable<TeamBoard['plan']> }
  run: PlanRun | null
  searching: boolean
  /** The person whose forms are open. */
  personId?: string
  maySetDemand: boolean
  usual: DayWeights
  locale: Locale
  acts: Record<Act, FormAction>
}

/** Whose day would be another than they were told, if the draft were published. */
const changesOf = ({ shifts }: TeamBoard) =>
  shifts.flatMap(({ shiftId, name, pieces, told }) => {
    const changes = told ? dayChanges(told, pieces) : []
    return changes.length ? [{ shiftId, name, changes }] : []
  })

/** Under the board: the search, a person's forms, the whole day, what people would be told, demand. */
export function PlanDesk({ board, run, searching, personId, maySetDemand, usual, locale, acts }: Props) {
  const words = useTranslations('rotation')
  const { plan, shifts, tasks, timeZone, date, team } = board
  const common = { tasks, timeZone, locale }
  const draft = plan.status === 'draft'
  const working = tasks.filter((task) => !task.isRetired)
  const chosen = shifts.find((shift) => shift.personId === personId)
  return (
    <div className="plan-tools">
      {draft && !searching && (
        <Section id="search" title={words('run.title')}>
          <Words namespaces={['rotation.browser', 'rotation.parts', 'ui.browser']}>
            <PlanSearch
              {...common}
              {...{ planId: plan.id, teamId: team.id, shifts, run, usual }}
              start={acts.start}
              stop={acts.stop}
            />
          </Words>
        </Section>
      )}
      <Section id="put" title={chosen ? chosen.name : words('putTitle')}>
        {/* Another person is another form: what was picked for the last one must not stay. */}
        <PutForm
          key={chosen?.personId}
          {...common}
          tasks={working}
          {...{ planId: plan.id, published: !draft, shifts, chosen }}
          put={acts.put}
        />
        {chosen && <PersonBlocks {...common} shift={chosen} published={!draft} remove={acts.remove} />}
      </Section>
      {draft && (
        <Section id="whole" title={words('wholeDay')}>
          <PlanTools
            planId={plan.id}
            date={date}
            broken={shifts.filter((shift) => shift.broken.some(isHard)).length}
            replaces={board.published}
            behind={plan.behind}
            fill={acts.fill}
            copy={acts.copy}
            publish={acts.publish}
          />
        </Section>
      )}
      {draft && board.published && (
        <Section id="changes" title={words('changes.title')}>
          <DayChanges people={changesOf(board)} {...common} />
        </Section>
      )}
      <Section id="demand" title={words('demandTitle')}>
        <Shortages rows={board.short} {...common} />
        <p className="my-4">
          <Link href={`/rotation/demand?date=${date}&teamId=${team.id}`} className="link">
            {words('demandDay.open')}
          </Link>
        </p>
        {maySetDemand && (
          <Words namespaces={['rotation.browser', 'ui.browser']}>
            <DemandForms
              {...common}
              tasks={working}
              siteId={team.siteId}
              shifts={shifts}
              set={acts.set}
              forecast={acts.forecast}
            />
          </Words>
        )}
      </Section>
    </div>
  )
}
