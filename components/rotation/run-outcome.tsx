import { useFormatter, useTranslations } from 'next-intl'
import { PartsTable } from '#components/rotation/parts-table'
import type { BoardTask } from '#components/rotation/wording'
import { clockOf } from '#components/rotation/wording'
import { Disclosure } from '#components/ui/disclosure'
import { KeyValues } from '#components/ui/key-values'
import { Link } from '#components/ui/link'
import { PARTS } from '#domain/rotation/engine/parts'
import { inLocale, type Locale } from '#domain/text'
import type { PlanRun } from '#server/rotation/run-queries'

type Outcome = NonNullable<PlanRun['outcome']>
type Props = {
  outcome: Outcome
  tasks: BoardTask[]
  shifts: { shiftId: string; name: string; able: string[] }[]
  teamId: string
  timeZone: string
  locale: Locale
}

/** What a search found: how good it is, what cannot be met and why, whose day weighs most, which training would help. */
export function RunOutcomeView({ outcome, tasks, shifts, teamId, timeZone, locale }: Props) {
  const words = useTranslations('rotation')
  const format = useFormatter()
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  const titleOf = (taskId: string) => {
    const task = tasks.find((one) => one.id === taskId)
    return task ? inLocale(task.title, locale) : words('what.task')
  }
  const clock = clockOf(format, timeZone)
  // What everybody there can do already is a matter of hands, not of training.
  const lacked = ({ taskId }: { taskId: string }) => shifts.some(({ able }) => !able.includes(taskId))
  const worth = outcome.worth.filter((one) => one.value > 0 && lacked(one)).slice(0, 3)
  return (
    <div className="grid gap-4">
      <p>
        <strong>{words(outcome.gap > 0 ? 'run.within' : 'run.best', { gap: percent(outcome.gap) })}</strong>{' '}
        <span className="text-soft">
          {words('run.objective', { objective: outcome.objective, bound: outcome.bound })}
        </span>
      </p>
      <UnmetList {...{ outcome, teamId, timeZone, titleOf }} />
      {outcome.excluded.length > 0 && (
        <ul className="grid gap-1">
          {outcome.excluded.map(({ shiftId, reason }) => (
            <li key={shiftId}>
              {words(`run.excluded.${reason}`, {
                name: shifts.find((shift) => shift.shiftId === shiftId)?.name ?? '',
              })}
            </li>
          ))}
        </ul>
      )}
      {worth.length > 0 && (
        <p>
          {words('run.worth', { tasks: format.list(worth.map(({ taskId }) => titleOf(taskId))) })}{' '}
          <Link href="/training" className="link">
            {words('run.toTraining')}
          </Link>
        </p>
      )}
      <Disclosure summary={words('run.parts')}>
        <KeyValues
          rows={PARTS.filter((part) => outcome.parts[part] > 0).map((part) => ({
            label: words(`parts.${part}`),
            value: format.number(outcome.parts[part]),
          }))}
        />
      </Disclosure>
      <Disclosure summary={words('run.people')}>
        <PartsTable
          caption={words('run.people')}
          first={words('person')}
          rows={[...outcome.people]
            .sort((a, b) => b.cost - a.cost)
            .map(({ shiftId, parts }) => ({
              key: shiftId,
              label: shifts.find((shift) => shift.shiftId === shiftId)?.name ?? '',
              parts: parts ?? {},
            }))}
        />
      </Disclosure>
      {outcome.hours && (
        <Disclosure summary={words('run.hours')}>
          <PartsTable
            caption={words('run.hours')}
            first={words('run.hour')}
            rows={outcome.hours.map(({ from, parts }) => ({ key: String(from), label: clock(from), parts }))}
          />
          <p className="mt-2 text-small text-soft">{words('run.hoursNote')}</p>
        </Disclosure>
      )}
    </div>
  )
}

type UnmetProps = { outcome: Outcome; teamId: string; timeZone: string; titleOf: (taskId: string) => string }

const SHOWN = 8

/** What is missing, when, and what would mend it. */
function UnmetList({ outcome, teamId, timeZone, titleOf }: UnmetProps) {
  const words = useTranslations('rotation')
  const clock = clockOf(useFormatter(), timeZone)
  if (!outcome.unmet.length) return <p>{words('run.allMet')}</p>
  const iso = (at: number) => encodeURIComponent(new Date(at).toISOString())
  const line = (one: Outcome['unmet'][number]) => (
    <li key={`${one.taskId}${one.from}${one.below}`}>
      {words(`run.unmet.${one.below}`, {
        from: clock(one.from),
        to: clock(one.to),
        missing: one.missing,
        task: titleOf(one.taskId),
      })}{' '}
      <Link
        href={`/rotation/overtime?teamId=${teamId}&taskId=${one.taskId}&from=${iso(one.from)}&to=${iso(one.to)}`}
        className="link text-small"
      >
        {words('run.toOvertime')}
      </Link>
    </li>
  )
  return (
    <div className="grid gap-3">
      <h3 className="section-title">{words('run.unmetTitle')}</h3>
      <ul className="grid gap-1">{outcome.unmet.slice(0, SHOWN).map(line)}</ul>
      {outcome.unmet.length > SHOWN && (
        <Disclosure summary={words('run.more', { count: outcome.unmet.length - SHOWN })}>
          <ul className="grid gap-1">{outcome.unmet.slice(SHOWN).map(line)}</ul>
        </Disclosure>
      )}
      <p>
        <Link href="/rotation/swaps" className="link text-small">
          {words('run.toSwaps')}
        </Link>
      </p>
      <ul className="grid gap-1 text-small text-soft">
        {outcome.causes.map((cause) => (
          <li key={cause.taskId}>
            {words('run.cause', { task: titleOf(cause.taskId), able: cause.able, nearly: cause.nearly })}{' '}
            {cause.nearly > 0 && (
              <Link
                href={cause.competenceId ? `/training?competence=${cause.competenceId}` : '/training'}
                className="link"
              >
                {words('run.toTraining')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
