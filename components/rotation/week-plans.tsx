import { useFormatter, useTranslations } from 'next-intl'
import { WeekAfresh } from '#components/rotation/week-afresh'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Row } from '#components/ui/list'
import { PendingButton } from '#components/ui/pending-button'
import { Status, type Tone } from '#components/ui/status'

type Day = {
  date: string
  people: number
  status: 'draft' | 'published' | null
  run: 'waiting' | 'running' | 'done' | 'failed' | null
  stopping: boolean
  gap: number | null
  belowMinimum: number | null
  belowTarget: number | null
}
type Props = { days: Day[]; teamId: string; today: string; acts?: Record<'plan' | 'stop', FormAction> }

const TONES: Record<string, Tone> = {
  published: 'good',
  draft: 'accent',
  searching: 'accent',
  waiting: 'neutral',
  stopping: 'accent',
  empty: 'neutral',
}

type State = 'published' | 'draft' | 'searching' | 'waiting' | 'stopping' | 'empty' | 'off'

const stateOf = ({ status, run, stopping, people }: Day): State => {
  if (!people) return 'off'
  if (run === 'waiting') return 'waiting'
  if (run === 'running') return stopping ? 'stopping' : 'searching'
  return status ?? 'empty'
}

/** Seven days, each with what its plan has come to; one press drafts those that are ahead, one stops that. */
export function WeekPlans({ days, teamId, today, acts }: Props) {
  const words = useTranslations('rotation.weekPlans')
  const format = useFormatter()
  const named = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    })
  const hours = (value: number) => format.number(value, { maximumFractionDigits: 1 })
  const note = ({ people, gap, belowMinimum, belowTarget }: Day) =>
    [
      words('people', { count: people }),
      gap === null || belowMinimum === null || belowTarget === null
        ? ''
        : words(belowMinimum + belowTarget > 0 ? 'lacks' : 'allMet', {
            minimum: hours(belowMinimum),
            target: hours(belowTarget),
          }),
    ]
      .filter(Boolean)
      .join(' ')
  const states = new Set(days.map(stateOf))
  const mayStop = states.has('waiting') || states.has('searching')
  const searching = mayStop || states.has('stopping')
  const monday = days[0]?.date ?? today
  const ahead = days.some((day) => day.date > today && day.people > 0 && day.status !== 'published')
  return (
    <div className="grid gap-6">
      <ul className="rows">
        {days.map((day) => {
          const state = stateOf(day)
          return (
            <Row
              key={day.date}
              href={`/rotation/plan/${day.date}?teamId=${teamId}`}
              title={named(day.date)}
              note={note(day)}
              end={<Status tone={TONES[state] ?? 'neutral'}>{words(`state.${state}`)}</Status>}
            />
          )
        })}
      </ul>
      {searching && <WeekAfresh />}
      {acts && searching && (
        <ActionForm action={acts.stop} label={words('stop')} className="grid gap-2">
          <input type="hidden" name="teamId" value={teamId} />
          <input type="hidden" name="date" value={monday} />
          {mayStop && (
            <PendingButton variant="quiet" className="justify-self-start">
              {words('stop')}
            </PendingButton>
          )}
          <p className="text-small text-soft">{words(mayStop ? 'searchingNote' : 'stoppingNote')}</p>
        </ActionForm>
      )}
      {acts && ahead && !searching && (
        <ActionForm action={acts.plan} label={words('plan')} className="grid gap-2">
          <input type="hidden" name="teamId" value={teamId} />
          <input type="hidden" name="date" value={monday} />
          <PendingButton icon="rotation" className="justify-self-start">
            {words('plan')}
          </PendingButton>
          <p className="text-small text-soft">{words('planNote')}</p>
        </ActionForm>
      )}
    </div>
  )
}
