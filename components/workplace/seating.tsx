import { useTranslations } from 'next-intl'
import { Checkbox } from '#components/ui/checkbox'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { PersonPicker } from '#components/ui/person-picker'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Person = { id: string; name: string; team: Text | null; seat: string | null }
type Room = { id: string; title: Text; seats: number; free: { id: string; code: string }[] }

/** A person as they stand in the list: their team, and their seat where they have one. */
function useChoices(people: readonly Person[], locale: Locale) {
  const words = useTranslations('workplace.seating')
  return people.map(({ id, name, team, seat }) => ({
    id,
    name,
    detail: [team ? inLocale(team, locale) : '', seat ? words('hasSeat', { code: seat }) : words('noSeat')]
      .filter(Boolean)
      .join(', '),
  }))
}

type SeatProps = {
  people: readonly Person[]
  rooms: readonly Room[]
  today: string
  locale: Locale
  assign: FormAction
}

/** Gives somebody a free seat. */
export function AssignSeatForm({ people, rooms, today, locale, assign }: SeatProps) {
  const words = useTranslations('workplace.seating')
  const free = rooms.flatMap((room) =>
    room.free.map(({ id, code }) => ({
      value: id,
      label: words('freeSeat', { code, room: inLocale(room.title, locale) }),
    })),
  )
  const choices = useChoices(people, locale)
  if (!free.length) return <p className="text-soft">{words('noFree')}</p>
  return (
    <ActionForm action={assign} label={words('assign')} className="grid max-w-xl gap-4">
      <PersonPicker name="personId" label={words('person')} people={choices} required />
      <Select
        name="workplaceId"
        label={words('seat')}
        options={free}
        placeholder={words('chooseSeat')}
        required
      />
      <TextInput name="from" label={words('from')} type="date" min={today} defaultValue={today} required />
      <PendingButton icon="seat" className="justify-self-start">
        {words('assignNow')}
      </PendingButton>
    </ActionForm>
  )
}

type TeamProps = {
  teams: readonly { id: string; name: Text; people: number }[]
  rooms: readonly Room[]
  today: string
  locale: Locale
  move: FormAction
}

export function MoveTeamForm({ teams, rooms, today, locale, move }: TeamProps) {
  const words = useTranslations('workplace.seating')
  return (
    <ActionForm action={move} label={words('moveTeam')} className="grid max-w-xl gap-4">
      <Select
        name="teamId"
        label={words('team')}
        options={teams.map(({ id, name, people }) => ({
          value: id,
          label: words('teamOf', { team: inLocale(name, locale), people }),
        }))}
        placeholder={words('chooseTeam')}
        required
      />
      <Select
        name="roomId"
        label={words('room')}
        options={rooms.map(({ id, title, free }) => ({
          value: id,
          label: words('roomFree', { room: inLocale(title, locale), free: free.length }),
        }))}
        placeholder={words('chooseRoom')}
        required
      />
      <TextInput name="from" label={words('from')} type="date" min={today} defaultValue={today} required />
      <PendingButton icon="people" className="justify-self-start">
        {words('moveNow')}
      </PendingButton>
    </ActionForm>
  )
}

type HereProps = {
  workplaceId: string
  code: string
  sitting: readonly { id: string; name: string }[]
  people: readonly Person[]
  locale: Locale
  doors: { assign: FormAction; free: FormAction }
}

/** At one seat: who sits there, and somebody else in their place or beside them in another shift. */
export function SeatPeople({ workplaceId, code, sitting, people, locale, doors }: HereProps) {
  const words = useTranslations('workplace.seating')
  const choices = useChoices(people, locale)
  return (
    <div className="grid gap-4">
      {!sitting.length && <p className="text-soft">{words('nobody')}</p>}
      <ul className="rows">
        {sitting.map(({ id, name }) => (
          <li key={id} className="row flex-wrap">
            <span className="min-w-0 flex-1">{name}</span>
            <ActionForm action={doors.free} label={words('freeNamed', { name })}>
              <input type="hidden" name="workplaceId" value={workplaceId} />
              <input type="hidden" name="personId" value={id} />
              <PendingButton variant="plain" size="small" aria-label={words('freeNamed', { name })}>
                {words('freeNow')}
              </PendingButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm action={doors.assign} label={words('assignHere', { code })} className="grid max-w-xl gap-4">
        <input type="hidden" name="workplaceId" value={workplaceId} />
        <PersonPicker name="personId" label={words('person')} people={choices} required />
        {sitting.length > 0 && <Checkbox name="shared" label={words('shared')} hint={words('sharedHint')} />}
        <PendingButton icon="seat" className="justify-self-start">
          {words('assignNow')}
        </PendingButton>
      </ActionForm>
    </div>
  )
}
