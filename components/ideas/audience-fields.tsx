import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { Select } from '#components/ui/select'
import { SHIFTS } from '#domain/campaigns'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Named = { id: string; name: Text }
export type Places = Record<'teams' | 'sites' | 'projects' | 'positions', readonly Named[]>

/** Everybody, or a site, a team, a project; of them those of a position or a part of the day. */
export function AudienceFields({ places, locale }: { places: Places; locale: Locale }) {
  const t = useTranslations('ideas.campaignsPage')
  const audience = (name: string, label: string, named: readonly Named[]) => (
    <Select
      name={name}
      label={label}
      options={named.map(({ id, name: text }) => ({ value: id, label: inLocale(text, locale) }))}
      placeholder={t('everybody')}
    />
  )
  return (
    <Disclosure summary={t('whom')}>
      <div className="grid gap-6">
        {audience('siteId', t('site'), places.sites)}
        {audience('teamId', t('team'), places.teams)}
        {audience('projectId', t('project'), places.projects)}
        {audience('positionId', t('position'), places.positions)}
        <Select
          name="shift"
          label={t('shift')}
          options={SHIFTS.map((shift) => ({ value: shift, label: t(`shifts.${shift}`) }))}
          placeholder={t('everybody')}
        />
      </div>
    </Disclosure>
  )
}
