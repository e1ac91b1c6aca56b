import { useTranslations } from 'next-intl'
import { type Names, stepReason, stepTitle } from '#components/career/wording'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { RadioGroup } from '#components/ui/radio-group'
import type { RecallQuestion } from '#domain/recall'
import { NO_NEXT } from '#domain/recall'

type Props = { versionId: string; question: RecallQuestion; names: Names; answer: FormAction }

/** The one question about one's own next rung. */
export function RecallForm({ versionId, question, names, answer }: Props) {
  const t = useTranslations('career')
  const positions = question.positions.map((value) => ({
    value,
    label: value === NO_NEXT ? t('recall.noNext') : names.title(value),
  }))
  const missing = question.missing.map(({ key, step }) => ({
    value: key,
    label: step ? stepTitle(t, step, names) || stepReason(t, step, names) : t('recall.nothing'),
  }))
  return (
    <ActionForm action={answer} label={t('recall.title')} className="grid max-w-xl gap-8">
      <input type="hidden" name="versionId" value={versionId} />
      <RadioGroup name="position" label={t('recall.position')} options={positions} required />
      <RadioGroup name="missing" label={t('recall.missing')} options={missing} required />
      <PendingButton icon="answer" className="justify-self-start">
        {t('recall.answer')}
      </PendingButton>
    </ActionForm>
  )
}
