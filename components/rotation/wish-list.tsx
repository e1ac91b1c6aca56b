import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { inLocale, type Locale, type Text } from '#domain/text'

type Met = { met: number; days: number }
type Task = {
  id: string
  title: Text
  hue: number
  wish: 'like' | 'rather-not' | null
  met: Met | null
  tired: { average: number; answers: number } | null
}
type OneDay = { taskId: string; title: Text; onDate: string; met: Met }
type Props = { tasks: Task[]; oneDay: OneDay[]; today: string; locale: Locale; set: FormAction }

const CHOICES = ['like', 'none', 'rather-not'] as const

/** Each task that one can do, what one wishes about it, and how often that came true. */
export function WishList({ tasks, locale, set }: Pick<Props, 'tasks' | 'locale' | 'set'>) {
  const words = useTranslations('rotation.wishes')
  const format = useFormatter()
  return (
    <ul className="rows">
      {tasks.map(({ id, title, hue, wish, met, tired }) => (
        <li key={id} className="grid gap-2 py-4">
          <p className="flex items-center gap-2 font-semibold">
            <span className={`board-swatch hue-${hue}`} />
            {inLocale(title, locale)}
          </p>
          <ActionForm
            action={set}
            label={words('of', { task: inLocale(title, locale) })}
            className="flex flex-wrap gap-2"
          >
            <input type="hidden" name="taskId" value={id} />
            {CHOICES.map((choice) => {
              const chosen = choice === (wish ?? 'none')
              return (
                <PendingButton
                  key={choice}
                  name="wish"
                  value={choice}
                  size="small"
                  variant={chosen ? 'primary' : 'quiet'}
                  icon={chosen ? 'check' : undefined}
                  aria-pressed={chosen}
                >
                  {words(`choice.${choice}`)}
                </PendingButton>
              )
            })}
          </ActionForm>
          {met && <p className="text-small text-soft">{words(met.days ? 'met' : 'notYet', { ...met })}</p>}
          {tired && (
            <p className="text-small text-soft">
              {words('tired', { average: format.number(tired.average), answers: tired.answers })}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Wishes for one day. */
export function DayWishes({ tasks, oneDay, today, locale, set }: Props) {
  const words = useTranslations('rotation.wishes')
  const format = useFormatter()
  const named = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), {
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    })
  return (
    <div className="grid gap-6">
      {oneDay.length > 0 && (
        <ul className="rows">
          {oneDay.map(({ taskId, title, onDate, met }) => (
            <li key={`${taskId}${onDate}`} className="row flex-wrap">
              <span className="min-w-0 flex-1">
                {words('oneDay', { task: inLocale(title, locale), day: named(onDate) })}
                {met.days > 0 && (
                  <span className="block text-small text-soft">
                    {words(met.met ? 'wasMet' : 'wasNotMet')}
                  </span>
                )}
              </span>
              {onDate >= today && (
                <ActionForm action={set} label={words('takeBack')}>
                  <input type="hidden" name="taskId" value={taskId} />
                  <input type="hidden" name="onDate" value={onDate} />
                  <input type="hidden" name="wish" value="none" />
                  <PendingButton variant="plain" size="small">
                    {words('takeBack')}
                  </PendingButton>
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      )}
      <ActionForm action={set} label={words('notToday')} className="grid max-w-md gap-4">
        <input type="hidden" name="wish" value="not-today" />
        <Select
          name="taskId"
          label={words('task')}
          options={tasks.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }))}
          required
        />
        <TextInput name="onDate" type="date" label={words('day')} min={today} defaultValue={today} required />
        <PendingButton className="justify-self-start">{words('notToday')}</PendingButton>
      </ActionForm>
    </div>
  )
}
