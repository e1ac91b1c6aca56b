import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
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
    <Disclosure summary={t('title')}>
      <ActionForm action={release} label={t('title')} className="grid max-w-[72ch] gap-6">
        <p className="text-soft">{t('lead')}</p>
        <input type="hidden" name="panelId" value={panelId} />
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
        <PendingButton variant="quiet" className="justify-self-start">
          {t('do')}
        </PendingButton>
      </ActionForm>
    </Disclosure>
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
