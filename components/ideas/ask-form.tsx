import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'

type Props = { action: FormAction; asks: readonly { number: number; title: string }[] }

/** What the customer asks for, the contact, and how long it took: three fields between two calls. */
export function AskForm({ action, asks }: Props) {
  const t = useTranslations('ideas.asks')
  return (
    <ActionForm action={action} label={t('title')} className="card grid max-w-[72ch] gap-6">
      <Select
        name="number"
        label={t('what')}
        options={asks.map(({ number, title }) => ({ value: String(number), label: title }))}
        required
      />
      <TextInput
        name="reference"
        label={t('reference')}
        hint={t('referenceHint')}
        maxLength={80}
        autoComplete="off"
        required
      />
      <TextInput
        name="minutes"
        type="number"
        min={1}
        max={240}
        label={t('minutes')}
        defaultValue="5"
        required
      />
      <PendingButton className="justify-self-start">{t('log')}</PendingButton>
    </ActionForm>
  )
}
