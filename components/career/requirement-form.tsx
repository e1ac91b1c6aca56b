import { useTranslations } from 'next-intl'
import type { Names } from '#components/career/wording'
import { Checkbox } from '#components/ui/checkbox'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import type { Choice } from '#components/ui/select'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { APPROVAL_KEYS, EVIDENCE_KEYS, LEVELS, METRIC_KEYS } from '#domain/career'
import type { Requirement, RequirementKind } from '#domain/readiness'

type Titled = { id: string }
type Props = {
  versionId: string
  positionId: string
  kind: RequirementKind
  /** The requirement to change; without it a new one is added. */
  current?: Requirement
  competences: readonly Titled[]
  trainings: readonly Titled[]
  names: Names
  label: string
  save: FormAction
}

const MONTHS: readonly RequirementKind[] = ['tenure', 'time-in-previous']
const WINDOWED: readonly RequirementKind[] = ['metric', 'evidence']

/** The fields of one kind of requirement; which thing it asks stays as it is when it is changed. */
export function RequirementForm(props: Props) {
  const { versionId, positionId, kind, current, label, save } = props
  const t = useTranslations('career.ladders')
  const counted = kind === 'metric' || kind === 'evidence' || MONTHS.includes(kind)
  return (
    <ActionForm action={save} label={label} resetWhenDone={!current} className="grid max-w-xl gap-6">
      <input type="hidden" name="versionId" value={versionId} />
      <input type="hidden" name="positionId" value={positionId} />
      <input type="hidden" name="kind" value={kind} />
      <Thing {...props} />
      {counted && (
        <TextInput
          name="threshold"
          type="number"
          step="any"
          min={0}
          label={MONTHS.includes(kind) ? t('thresholdMonths') : t('threshold')}
          defaultValue={current?.threshold ?? undefined}
          required
        />
      )}
      {WINDOWED.includes(kind) && (
        <TextInput
          name="windowMonths"
          type="number"
          min={1}
          max={120}
          label={t('window')}
          defaultValue={current?.windowMonths ?? (kind === 'metric' ? 3 : undefined)}
          required={kind === 'metric'}
        />
      )}
      <Checkbox name="hard" label={t('hardLabel')} defaultChecked={current?.hard ?? true} />
      <PendingButton className="justify-self-start">{t('save')}</PendingButton>
    </ActionForm>
  )
}

/** Which competence, training or figure; for a changed one it is fixed, and only the level of a competence can move. */
function Thing({ kind, current, competences, trainings, names }: Props) {
  const t = useTranslations('career')
  const titled = (list: readonly Titled[]): Choice[] =>
    list.map(({ id }) => ({ value: id, label: names.title(id) }))
  const levels = LEVELS.map((level) => {
    const name = t(`levels.${level}`)
    return { value: String(level), label: t('ladders.levelOption', { level: String(level), name }) }
  })
  const fields: Partial<Record<RequirementKind, { name: string; options: Choice[] }>> = {
    competence: { name: 'competenceId', options: titled(competences) },
    training: { name: 'trainingId', options: titled(trainings) },
    metric: { name: 'key', options: METRIC_KEYS.map((key) => ({ value: key, label: t(`metrics.${key}`) })) },
    evidence: {
      name: 'key',
      options: EVIDENCE_KEYS.map((key) => ({ value: key, label: t(`evidence.${key}`) })),
    },
    approval: {
      name: 'key',
      options: APPROVAL_KEYS.map((key) => ({ value: key, label: t(`approvals.${key}`) })),
    },
  }
  const field = fields[kind]
  const fixed = current?.competenceId ?? current?.trainingId ?? current?.key
  return (
    <>
      {field && fixed && <input type="hidden" name={field.name} value={fixed} />}
      {field && !fixed && (
        <Select name={field.name} label={t('ladders.what')} options={field.options} required />
      )}
      {kind === 'competence' && (
        <Select
          name="level"
          label={t('ladders.level')}
          options={levels}
          defaultValue={String(current?.level ?? 2)}
          required
        />
      )}
    </>
  )
}
