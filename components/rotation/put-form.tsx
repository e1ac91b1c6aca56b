import { useFormatter, useTranslations } from 'next-intl'
import type { BoardShift } from '#components/rotation/team-board'
import type { BoardTask } from '#components/rotation/wording'
import { clockOf } from '#components/rotation/wording'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

type Shift = BoardShift & { able: string[] }
type Props = {
  planId: string
  published: boolean
  shifts: Shift[]
  tasks: BoardTask[]
  chosen?: Shift
  timeZone: string
  locale: Locale
  put: FormAction
}

const QUARTER = 15 * 60_000

/** Person, task, from, to: the way to put a day together with a keyboard, a phone, or no script at all. */
export function PutForm({ planId, published, shifts, tasks, chosen, timeZone, locale, put }: Props) {
  const words = useTranslations('rotation')
  const clock = clockOf(useFormatter(), timeZone)
  const within = chosen ? [chosen] : shifts
  const from = Math.min(...within.map((shift) => shift.from))
  const to = Math.max(...within.map((shift) => shift.to))
  const times = Array.from(
    { length: Math.round((to - from) / QUARTER) + 1 },
    (_, index) => from + index * QUARTER,
  )
  const options = times.map((at) => ({ value: new Date(at).toISOString(), label: clock(at) }))
  const people = shifts.map((shift) => ({
    value: shift.personId,
    label: words('personShift', { name: shift.name, from: clock(shift.from), to: clock(shift.to) }),
  }))
  const work = tasks.map((task) => {
    const title = inLocale(task.title, locale)
    const able = !chosen || chosen.able.includes(task.id)
    return { value: task.id, label: able ? title : words('notAble', { title }) }
  })
  const rests = (['pause', 'meal'] as const).map((what) => ({ value: what, label: words(`what.${what}`) }))
  const common = (
    <>
      <input type="hidden" name="planId" value={planId} />
      <Select
        name="personId"
        label={words('person')}
        options={people}
        defaultValue={chosen?.personId}
        required
      />
    </>
  )
  const when = (
    <div className="grid gap-4">
      <Select
        name="from"
        label={words('from')}
        options={options.slice(0, -1)}
        placeholder={words('shiftStart')}
      />
      <Select name="to" label={words('to')} options={options.slice(1)} placeholder={words('shiftEnd')} />
    </div>
  )
  const reason = published && <TextInput name="reason" label={words('reason')} maxLength={300} />
  return (
    <div className="grid gap-4">
      <ActionForm action={put} label={words('putTitle')} resetWhenDone={false} className="grid gap-4">
        {common}
        <Select name="taskId" label={words('task')} options={work} required />
        {when}
        {reason}
        <PendingButton className="justify-self-start">{words('put')}</PendingButton>
      </ActionForm>
      <Disclosure summary={words('putRestTitle')}>
        <ActionForm action={put} label={words('putRestTitle')} className="grid gap-4">
          {common}
          <Select name="what" label={words('rest')} options={rests} required />
          {when}
          {reason}
          <PendingButton variant="quiet" className="justify-self-start">
            {words('putRest')}
          </PendingButton>
        </ActionForm>
      </Disclosure>
    </div>
  )
}
