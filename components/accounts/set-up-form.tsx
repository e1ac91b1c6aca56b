import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { USUAL_TIME_ZONE } from '#domain/time-zones'

export function SetUpForm({ action, zones }: { action: FormAction; zones: readonly string[] }) {
  const t = useTranslations('accounts')
  return (
    <ActionForm action={action} resetWhenDone={false} label={t('setUp.title')}>
      <TextInput
        name="token"
        label={t('setUp.token')}
        hint={t('setUp.tokenHint')}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <TextInput name="organisation" label={t('setUp.organisation')} autoComplete="organization" required />
      <TextInput name="site" label={t('setUp.site')} hint={t('setUp.siteHint')} required />
      <Select
        name="timeZone"
        label={t('setUp.timeZone')}
        hint={t('setUp.timeZoneHint')}
        options={zones.map((value) => ({ value, label: value }))}
        defaultValue={USUAL_TIME_ZONE}
        required
      />
      <TextInput name="name" label={t('name')} autoComplete="name" required />
      <TextInput name="email" label={t('email')} type="email" autoComplete="username" required />
      <TextInput
        name="password"
        label={t('password')}
        hint={t('passwordHint')}
        type="password"
        autoComplete="new-password"
        required
      />
      <PendingButton variant="primary">{t('setUp.start')}</PendingButton>
    </ActionForm>
  )
}
