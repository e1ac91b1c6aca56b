import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { LOADS } from '#domain/rotation/day'
import { inLocale, type Locale, type Text } from '#domain/text'
import type { TaskDraft } from '#server/rotation/task-queries'

type Choice = { id: string; title: Text }
type Props = {
  task: TaskDraft | null
  services: Choice[]
  channels: Choice[]
  projects: Choice[]
  competences: Choice[]
  /** Whether work inside the centre, without a project, is the writer's to shape. */
  inside: boolean
  locale: Locale
  write: FormAction
}

const LEVELS = [0, 1, 2, 3]
const SHORTEST = [15, 30, 45, 60, 90, 120]
const [FEW_NEEDS, MOST_NEEDS] = [4, 6]
const HUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

/** A task: service and instrument apart, loads, levels asked, name and colour on the board. */
export function TaskForm({ task, services, channels, projects, competences, inside, ...rest }: Props) {
  const { locale, write } = rest
  const words = useTranslations('rotation.taskBook')
  const choices = (list: Choice[]) =>
    list.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }))
  const text = (name: 'title' | 'shortTitle', language: 'uk' | 'en', maxLength: number) => (
    <TextInput
      name={`${name}.${language}`}
      label={words(`names.${name}.${language}`)}
      defaultValue={task?.[name][language]}
      maxLength={maxLength}
      required={language === 'uk'}
    />
  )
  const held = task?.needs.length ?? 0
  const rows = Math.min(MOST_NEEDS, Math.max(FEW_NEEDS, held + 1))
  const needs = Array.from({ length: rows }, (_, at) => task?.needs[at])
  // What was written by another door stays as it is, whatever this list usually offers.
  const shortest = [...new Set([...SHORTEST, task?.minBlockMinutes ?? 30])].sort((a, b) => a - b)
  const without = inside ? words('inside') : undefined
  return (
    <ActionForm action={write} label={words('write')} resetWhenDone={false} className="grid max-w-2xl gap-6">
      {task && <input type="hidden" name="taskId" value={task.id} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="serviceId"
          label={words('service')}
          options={choices(services)}
          defaultValue={task?.serviceId}
          required
        />
        <Select
          name="channelId"
          label={words('channel')}
          options={choices(channels)}
          defaultValue={task?.channelId ?? undefined}
          placeholder={task?.projectId ? undefined : without}
          required={!inside}
        />
        {task ? (
          task.projectId && <input type="hidden" name="projectId" value={task.projectId} />
        ) : (
          <Select
            name="projectId"
            label={words('project')}
            options={choices(projects)}
            placeholder={without}
            required={!inside}
          />
        )}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {text('title', 'uk', 80)}
        {text('title', 'en', 80)}
        {text('shortTitle', 'uk', 12)}
        {text('shortTitle', 'en', 12)}
      </div>
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{words('hue')}</legend>
        <div className="flex flex-wrap gap-3">
          {HUES.map((hue) => (
            <label key={hue} className="choice">
              <input type="radio" name="hue" value={hue} defaultChecked={hue === (task?.hue ?? 0)} required />
              <span className={`task-hue hue-${hue}`}>{words('hueOf', { number: hue + 1 })}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-4">
        {LOADS.map((load) => (
          <Select
            key={load}
            name={load}
            label={words(`loads.${load}`)}
            options={LEVELS.map((level) => ({
              value: String(level),
              label: words(`load.${level}` as 'load.0'),
            }))}
            defaultValue={String(task?.[load] ?? 1)}
            required
          />
        ))}
        <Select
          name="minBlockMinutes"
          label={words('shortest')}
          options={shortest.map((minutes) => ({
            value: String(minutes),
            label: words('minutes', { minutes }),
          }))}
          defaultValue={String(task?.minBlockMinutes ?? 30)}
          required
        />
      </div>
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-semibold">{words('needs')}</legend>
        {needs.map((need, at) => (
          <div key={need?.competenceId ?? `new-${at}`} className="grid grid-cols-[1fr_7rem] gap-4">
            <Select
              name={`needs[${at}].competenceId`}
              label={words('competence', { number: at + 1 })}
              options={choices(competences)}
              defaultValue={need?.competenceId}
              placeholder={words('noNeed')}
            />
            <Select
              name={`needs[${at}].level`}
              label={words('level')}
              options={[1, 2, 3, 4].map((level) => ({ value: String(level), label: String(level) }))}
              defaultValue={String(need?.level ?? 2)}
              required
            />
          </div>
        ))}
      </fieldset>
      <PendingButton className="justify-self-start">{words('save')}</PendingButton>
    </ActionForm>
  )
}
