import { useTranslations } from 'next-intl'
import { Select } from '#components/ui/select'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Named = { id: string; name: Text }
export type Places = { sites: Named[]; teams: (Named & { siteId: string })[]; positions: Named[] }
type Chosen = { positionId?: string | null; siteId?: string | null; teamId?: string | null }

/** Position, site and team; a team's own site stands beside it, so that the two agree. */
export function PostFields({
  places,
  locale,
  chosen = {},
}: {
  places: Places
  locale: Locale
  chosen?: Chosen
}) {
  const t = useTranslations('people')
  const name = (named: Named) => ({ value: named.id, label: inLocale(named.name, locale) })
  const sites = new Map(places.sites.map((site) => [site.id, inLocale(site.name, locale)]))
  const teams = places.teams.map((team) => ({
    value: team.id,
    label: `${inLocale(team.name, locale)} · ${sites.get(team.siteId) ?? ''}`,
  }))
  const choose = t('choose')
  return (
    <>
      <Select
        name="positionId"
        label={t('position')}
        options={places.positions.map(name)}
        defaultValue={chosen.positionId ?? ''}
        placeholder={choose}
        required
      />
      <Select
        name="siteId"
        label={t('site')}
        options={places.sites.map(name)}
        defaultValue={chosen.siteId ?? ''}
        placeholder={choose}
        required
      />
      <Select
        name="teamId"
        label={t('team')}
        hint={t('teamHint')}
        options={teams}
        defaultValue={chosen.teamId ?? ''}
        placeholder={t('noTeam')}
      />
    </>
  )
}
