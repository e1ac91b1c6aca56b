import { useTranslations } from 'next-intl'
import type { Places } from '#components/people/post-fields'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { DUTIES, ROLES } from '#domain/access'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = { action: FormAction; personId: string; places: Places; locale: Locale }

export function GrantForm({ action, personId, places, locale }: Props) {
  const t = useTranslations('people')
  const roles = [...ROLES, ...DUTIES].map((role) => ({ value: role, label: t(`role.${role}`) }))
  const named = (list: Places['sites']) =>
    list.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))
  return (
    <ActionForm action={action} label={t('grantTitle')} className="grid max-w-xl gap-6">
      <input type="hidden" name="personId" value={personId} />
      <Select name="role" label={t('roleLabel')} options={roles} placeholder={t('choose')} required />
      <Select
        name="teamId"
        label={t('forTeam')}
        hint={t('forTeamHint')}
        options={named(places.teams)}
        placeholder={t('noTeam')}
      />
      <Select
        name="siteId"
        label={t('forSite')}
        hint={t('forSiteHint')}
        options={named(places.sites)}
        placeholder={t('everywhere')}
      />
      <TextInput name="from" label={t('from')} hint={t('fromHint')} type="date" />
      <TextInput name="until" label={t('until')} hint={t('untilHint')} type="date" />
      <PendingButton className="justify-self-start">{t('grantNow')}</PendingButton>
    </ActionForm>
  )
}
