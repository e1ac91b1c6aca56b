import { useTranslations } from 'next-intl'
import type { Places } from '#components/people/post-fields'
import { PostFields } from '#components/people/post-fields'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { TextInput } from '#components/ui/text-input'
import type { Locale } from '#domain/text'

type Props = { action: FormAction; places: Places; locale: Locale; today: string }

export function AddPersonForm({ action, places, locale, today }: Props) {
  const t = useTranslations('people')
  return (
    <ActionForm action={action} label={t('add')} className="grid max-w-xl gap-6">
      <TextInput name="name" label={t('name')} hint={t('nameHint')} autoComplete="off" required />
      <TextInput name="email" label={t('email')} type="email" autoComplete="off" required />
      <PostFields places={places} locale={locale} />
      <TextInput name="startsOn" label={t('startsOn')} type="date" defaultValue={today} required />
      <TextInput name="externalId" label={t('externalId')} hint={t('externalIdHint')} autoComplete="off" />
      <PendingButton className="justify-self-start">{t('addNow')}</PendingButton>
    </ActionForm>
  )
}
