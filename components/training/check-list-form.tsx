import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { TextArea } from '#components/ui/text-area'
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
        <TextArea
          name="lines.uk"
          label={t('linesUk')}
          hint={t('linesHint')}
          rows={rows}
          maxLength={8000}
          defaultValue={uk}
        />
        <TextArea
          name="lines.en"
          label={t('linesEn')}
          hint={t('linesEnHint')}
          rows={rows}
          maxLength={8000}
          defaultValue={desk.checks.some(({ title }) => title.en) ? en : ''}
        />
        <PendingButton className="justify-self-start">{t('save')}</PendingButton>
      </ActionForm>
    </Section>
  )
}
