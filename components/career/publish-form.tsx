import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { TextArea } from '#components/ui/text-area'

type Props = { versionId: string; edits: number; publish: FormAction }

/** Publishing says in one sentence, in both languages, what changed; `edits` is the state of the draft that was read. */
export function PublishForm({ versionId, edits, publish }: Props) {
  const t = useTranslations('career.ladders')
  return (
    <Section id="publish" title={t('publish')} note={t('publishLead')}>
      <ActionForm action={publish} label={t('publish')} className="grid max-w-xl gap-6">
        <input type="hidden" name="versionId" value={versionId} />
        <input type="hidden" name="edits" value={edits} />
        <TextArea name="whatChanged.uk" label={t('whatChangedUk')} rows={2} maxLength={300} required />
        <TextArea name="whatChanged.en" label={t('whatChangedEn')} rows={2} maxLength={300} required />
        <PendingButton icon="check" className="justify-self-start">
          {t('publish')}
        </PendingButton>
      </ActionForm>
    </Section>
  )
}
