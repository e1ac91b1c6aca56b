import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import { THANKS_CHANNELS } from '#domain/customer-thanks'

/** Enters a customer's thanks as it came; `today` is the latest day it can be of. */
export function ThanksForm({ enter, today }: { enter: FormAction; today: string }) {
  const t = useTranslations('recognition')
  const channels = THANKS_CHANNELS.map((value) => ({ value, label: t(`thanks.channels.${value}`) }))
  return (
    <ActionForm action={enter} label={t('thanks.enter')} className="grid max-w-[72ch] gap-5">
      <TextArea
        name="text"
        label={t('thanks.text')}
        hint={t('thanks.textHint')}
        maxLength={2000}
        rows={4}
        required
      />
      <Select name="channel" label={t('thanks.channel')} options={channels} required />
      <TextInput
        name="reference"
        label={t('thanks.reference')}
        hint={t('thanks.referenceHint')}
        maxLength={100}
        required
      />
      <TextInput
        name="receivedOn"
        type="date"
        label={t('thanks.receivedOn')}
        defaultValue={today}
        max={today}
        required
      />
      <PendingButton className="justify-self-start">{t('thanks.enter')}</PendingButton>
    </ActionForm>
  )
}
