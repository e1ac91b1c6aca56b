import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button'
import { Checkbox } from '#components/ui/checkbox'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Named = { id: string; name: Text }
type Props = {
  places: { sites: Named[]; teams: Named[] }
  chosen: { search?: string; siteId?: string; teamId?: string; ended?: string }
  locale: Locale
  mayFindEnded: boolean
}

/** A plain GET form: the address says what is shown, with or without JavaScript. */
export function PeopleFilter({ places, chosen, locale, mayFindEnded }: Props) {
  const t = useTranslations('people')
  const choices = (named: Named[]) =>
    named.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))
  return (
    <search className="mb-6">
      <form className="grid items-end gap-4 sm:grid-cols-[2fr_1fr_1fr_auto]">
        <TextInput name="search" label={t('search')} defaultValue={chosen.search} required={false} />
        <Select
          name="siteId"
          label={t('site')}
          options={choices(places.sites)}
          defaultValue={chosen.siteId}
          placeholder={t('anySite')}
        />
        <Select
          name="teamId"
          label={t('team')}
          options={choices(places.teams)}
          defaultValue={chosen.teamId}
          placeholder={t('anyTeam')}
        />
        <Button type="submit" icon="search">
          {t('find')}
        </Button>
        {mayFindEnded && (
          <div className="sm:col-span-4">
            <Checkbox name="ended" label={t('ended')} defaultChecked={chosen.ended !== undefined} />
          </div>
        )}
      </form>
    </search>
  )
}
