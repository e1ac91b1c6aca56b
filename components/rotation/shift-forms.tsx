import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { FileInput } from '#components/ui/file-input'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import { addDays } from '#domain/site-time'

type Acts = Record<'take' | 'copy' | 'repeat', FormAction>
type Props = {
  teamId: string
  people: { personId: string; name: string }[]
  monday: string
  acts: Acts
}

/** The ways in which shifts come: from a table, from another week, by a pattern. */
export function ShiftForms({ teamId, people, monday, acts }: Props) {
  const words = useTranslations('rotation.shifts')
  const team = <input type="hidden" name="teamId" value={teamId} />
  const day = (name: 'from' | 'until' | 'toWeek', usual: string) => (
    <TextInput name={name} type="date" label={words(name)} defaultValue={usual} required />
  )
  const number = (name: 'on' | 'off' | 'weeks', usual: string, max: number) => (
    <TextInput
      name={name}
      type="number"
      inputMode="numeric"
      min={name === 'off' ? 0 : 1}
      max={max}
      label={words(name)}
      defaultValue={usual}
      required
    />
  )
  return (
    <div className="grid gap-4">
      <Disclosure summary={words('sheet')}>
        <ActionForm
          action={acts.take}
          label={words('sheet')}
          resetWhenDone={false}
          className="grid max-w-xl gap-4 pt-2"
        >
          {team}
          <TextArea name="text" label={words('pasted')} hint={words('columns')} rows={6} />
          <FileInput name="file" label={words('file')} accept=".csv,.xlsx" />
          <div className="flex flex-wrap gap-3">
            <PendingButton variant="quiet" name="dryRun" value="on">
              {words('try')}
            </PendingButton>
            <PendingButton>{words('take')}</PendingButton>
          </div>
        </ActionForm>
      </Disclosure>
      <Disclosure summary={words('copy')}>
        <ActionForm action={acts.copy} label={words('copy')} className="grid max-w-md gap-4 pt-2">
          {team}
          <input type="hidden" name="fromWeek" value={monday} />
          <div className="grid grid-cols-2 gap-4">
            {day('toWeek', addDays(monday, 7))}
            {number('weeks', '1', 12)}
          </div>
          <PendingButton className="justify-self-start">{words('copy')}</PendingButton>
          <p className="text-small text-soft">{words('leftNote')}</p>
        </ActionForm>
      </Disclosure>
      <Disclosure summary={words('repeat')}>
        <ActionForm action={acts.repeat} label={words('repeat')} className="grid max-w-xl gap-4 pt-2">
          {team}
          <fieldset className="grid gap-2">
            <legend className="mb-2 font-semibold">{words('who')}</legend>
            {people.map(({ personId, name }) => (
              <label key={personId} className="choice">
                <input type="checkbox" name="personIds" value={personId} />
                <span>{name}</span>
              </label>
            ))}
          </fieldset>
          <div className="grid grid-cols-2 gap-4">
            {number('on', '2', 14)}
            {number('off', '2', 14)}
            {day('from', monday)}
            {day('until', addDays(monday, 27))}
            <TextInput
              name="starts"
              type="time"
              step={900}
              label={words('starts')}
              defaultValue="09:00"
              required
            />
            <TextInput
              name="ends"
              type="time"
              step={900}
              label={words('ends')}
              defaultValue="18:00"
              required
            />
          </div>
          <PendingButton className="justify-self-start">{words('repeat')}</PendingButton>
          <p className="text-small text-soft">{words('nightNote')}</p>
        </ActionForm>
      </Disclosure>
    </div>
  )
}
