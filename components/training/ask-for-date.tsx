import { useTranslations } from 'next-intl'
import { FoldedForm } from '#components/ui/folded-form'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { TextInput } from '#components/ui/text-input'

type Props = {
  trainingId: string
  /** How many ask already. */
  count: number
  /** The reader's own request, where there is one. */
  ownId: string | null
  action: FormAction
  withdraw: FormAction
}

/** For whom no date fits: the learning centre plans by how many ask. */
export function AskForDate({ trainingId, count, ownId, action, withdraw }: Props) {
  const t = useTranslations('training.ask')
  if (ownId) {
    return (
      <div className="mt-4 grid gap-3">
        <Notice>{t('asked', { count })}</Notice>
        <ActionForm action={withdraw} label={t('stop')}>
          <input type="hidden" name="enrolmentId" value={ownId} />
          <PendingButton variant="plain" size="small" className="justify-self-start">
            {t('stop')}
          </PendingButton>
        </ActionForm>
      </div>
    )
  }
  return (
    <div className="mt-4">
      <FoldedForm
        action={action}
        title={t('title')}
        lead={t('lead', { count })}
        about={{ trainingId }}
        send={t('ask')}
      >
        <TextInput name="wish" label={t('wish')} hint={t('wishHint')} maxLength={300} />
      </FoldedForm>
    </div>
  )
}
