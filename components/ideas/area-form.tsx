import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { PersonPicker } from '#components/ui/person-picker'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { AREA_KINDS } from '#domain/ideas'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Named = { id: string; name: Text }
type Props = {
  action: FormAction
  people: { id: string; name: string; detail?: string }[]
  teams: readonly Named[]
  sites: readonly Named[]
  locale: Locale
}

/** HR opens a place for ideas: there is always somebody who answers, and somebody behind them. */
export function AreaForm({ action, people, teams, sites, locale }: Props) {
  const t = useTranslations('ideas')
  const choices = (named: readonly Named[]) =>
    named.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))
  const none = t('areasPage.placeHint')
  const kinds = AREA_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))
  return (
    <Section id="new-area" title={t('areasPage.new')}>
      <ActionForm action={action} label={t('areasPage.new')} className="grid max-w-[72ch] gap-6">
        <TextInput name="name.uk" label={t('areasPage.name')} maxLength={80} required />
        <TextInput name="name.en" label={t('areasPage.nameEn')} maxLength={80} />
        <TextInput name="purpose.uk" label={t('areasPage.purpose')} maxLength={300} required />
        <TextInput name="purpose.en" label={t('areasPage.purposeEn')} maxLength={300} />
        <Select name="kind" label={t('areasPage.kind')} options={kinds} defaultValue="process" required />
        <Select name="siteId" label={t('areasPage.site')} options={choices(sites)} placeholder={none} />
        <Select name="teamId" label={t('areasPage.team')} options={choices(teams)} placeholder={none} />
        <PersonPicker name="ownerId" label={t('areasPage.owner')} people={people} required />
        <PersonPicker name="backupId" label={t('areasPage.backup')} people={people} required />
        <TextInput
          name="ackDays"
          type="number"
          min={1}
          max={14}
          label={t('areasPage.ackDays')}
          defaultValue="2"
          required
        />
        <TextInput
          name="decideDays"
          type="number"
          min={2}
          max={90}
          label={t('areasPage.decideDays')}
          defaultValue="14"
          required
        />
        <PendingButton className="justify-self-start">{t('areasPage.open')}</PendingButton>
      </ActionForm>
    </Section>
  )
}
