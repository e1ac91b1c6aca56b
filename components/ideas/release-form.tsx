import { useTranslations } from 'next-intl'
import { FoldedForm } from '#components/ui/folded-form'
import type { FormAction } from '#components/ui/form-state'
import { type PersonChoice, PersonPicker } from '#components/ui/person-picker'
import { Select } from '#components/ui/select'
import { RELEASE_REASONS } from '#domain/idea-panel'

type Props = {
  panelId: string
  /** Reviewers who have not scored in the open round. */
  silent: readonly { id: string; name: string }[]
  people: PersonChoice[]
  release: FormAction
}

/** HR lets a reviewer go who does not score, and asks somebody else. */
export function ReleaseForm({ panelId, silent, people, release }: Props) {
  const t = useTranslations('ideas.panel.release')
  return (
    <FoldedForm action={release} title={t('title')} lead={t('lead')} about={{ panelId }} send={t('do')}>
      <Select
        name="personId"
        label={t('who')}
        options={silent.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <Select
        name="reason"
        label={t('why')}
        options={RELEASE_REASONS.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
        required
      />
      <PersonPicker name="replacementId" label={t('instead')} hint={t('insteadHint')} people={people} />
    </FoldedForm>
  )
}

type Released = {
  name: string
  replacement: string | null
  round: number
  reason: (typeof RELEASE_REASONS)[number]
}

export function ReleasedList({ released }: { released: readonly Released[] }) {
  const t = useTranslations('ideas.panel.release')
  return (
    <ul className="grid list-disc gap-1 pl-5 text-soft" aria-label={t('released')}>
      {released.map(({ name, replacement, round, reason }) => (
        <li key={name}>
          {t(replacement ? 'replacedBy' : 'wentOff', {
            name,
            replacement: replacement ?? '',
            round,
            reason: t(`reasons.${reason}`),
          })}
        </li>
      ))}
    </ul>
  )
}
