import { useTranslations } from 'next-intl'
import { AreaFields, type Choice } from '#components/ideas/area-fields'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { AREA_KINDS } from '#domain/ideas'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Named = { id: string; name: Text }
type Props = {
  action: FormAction
  people: Choice[]
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
        <Select name="kind" label={t('areasPage.kind')} options={kinds} defaultValue="process" required />
        <Select name="siteId" label={t('areasPage.site')} options={choices(sites)} placeholder={none} />
        <Select name="teamId" label={t('areasPage.team')} options={choices(teams)} placeholder={none} />
        <AreaFields people={people} />
        <PendingButton className="justify-self-start">{t('areasPage.open')}</PendingButton>
      </ActionForm>
    </Section>
  )
}
