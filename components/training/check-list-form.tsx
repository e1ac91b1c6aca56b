import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import type { Text } from '#domain/text'

type Props = { desk: { id: string; checks: readonly { title: Text }[] }; set: FormAction }

/** What a mentor shows and the learner does, a line each. */
export function CheckListForm({ desk, set }: Props) {
  const t = useTranslations('training.checks')
  const uk = desk.checks.map(({ title }) => title.uk).join('\n')
  const en = desk.checks.map(({ title }) => title.en ?? title.uk).join('\n')
  const rows = Math.max(6, desk.checks.length + 1)
  return (
    <Section id="checks" title={t('title')} note={t('editNote')}>
      <ActionForm action={set} label={t('title')} resetWhenDone={false} className="grid max-w-3xl gap-5">
        <input type="hidden" name="trainingId" value={desk.id} />
        <BilingualInput
          name="lines"
          labels={{ uk: t('linesUk'), en: t('linesEn') }}
          hints={{ uk: t('linesHint'), en: t('linesEnHint') }}
          value={{ uk, en: desk.checks.some(({ title }) => title.en) ? en : '' }}
          rows={rows}
          maxLength={8000}
        />
        <PendingButton className="justify-self-start">{t('save')}</PendingButton>
      </ActionForm>
    </Section>
  )
}
