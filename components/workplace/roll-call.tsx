import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Meter } from '#components/ui/meter'
import { PendingButton } from '#components/ui/pending-button'
import { Status } from '#components/ui/status'

type Called = { id: string; name: string; state: 'sheltered' | 'elsewhere' | null; may: boolean }
type Props = { alarmId: string; roll: Called[]; call: FormAction }

/** Who is counted and who is still missing; those who are missing stand first. */
export function RollCall({ alarmId, roll, call }: Props) {
  const words = useTranslations('workplace.safety')
  const counted = roll.filter(({ state }) => state).length
  return (
    <div className="grid max-w-xl gap-4">
      <Meter
        label={words('counted')}
        value={counted}
        max={roll.length}
        text={words('countedText', { counted, all: roll.length })}
        tone={counted < roll.length ? 'warn' : 'good'}
      />
      <ul className="rows">
        {roll.map((person) => (
          <li key={person.id} className="row flex-wrap">
            <span className="min-w-0 flex-1">{person.name}</span>
            {person.state ? (
              <Status tone={person.state === 'sheltered' ? 'good' : 'accent'}>
                {words(`states.${person.state}`)}
              </Status>
            ) : (
              <Status tone="warn">{words('missing')}</Status>
            )}
            {person.may && !person.state && (
              <Mark alarmId={alarmId} personId={person.id} name={person.name} call={call} />
            )}
            {person.may && person.state && (
              <Disclosure summary={words('correctNamed', { name: person.name })}>
                <Mark
                  alarmId={alarmId}
                  personId={person.id}
                  name={person.name}
                  call={call}
                  states={STATES.filter((state) => state !== person.state)}
                />
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

const STATES = ['sheltered', 'elsewhere', 'missing'] as const
type MarkProps = {
  alarmId: string
  personId?: string
  name?: string
  call: FormAction
  states?: readonly (typeof STATES)[number][]
}

/** In the shelter, or safe elsewhere; a mark that was put by mistake is changed or taken back. */
export function Mark({ alarmId, personId, name, call, states = ['sheltered', 'elsewhere'] }: MarkProps) {
  const words = useTranslations('workplace.safety')
  const said = (state: (typeof STATES)[number]) => words(state === 'missing' ? state : `states.${state}`)
  return (
    <ActionForm action={call} label={words('mark', { name: name ?? '' })} className="flex flex-wrap gap-2">
      <input type="hidden" name="alarmId" value={alarmId} />
      {personId && <input type="hidden" name="personId" value={personId} />}
      {states.map((state) => (
        <PendingButton
          key={state}
          name="state"
          value={state}
          size={personId ? 'small' : 'normal'}
          variant={state === 'sheltered' && !personId ? 'primary' : 'quiet'}
          aria-label={name ? words('markNamed', { name, state: said(state) }) : undefined}
        >
          {personId || state === 'missing' ? said(state) : words(`own.${state}`)}
        </PendingButton>
      ))}
    </ActionForm>
  )
}
