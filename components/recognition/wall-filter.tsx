import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = {
  teams: readonly { id: string; name: Text }[]
  chosen: { teamId?: string; search?: string }
  locale: Locale
}

/** A plain GET form: the address says what of the wall is shown. */
export function WallFilter({ teams, chosen, locale }: Props) {
  const t = useTranslations('recognition')
  return (
    <search className="mt-6 mb-8">
      <form className="grid max-w-3xl items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
        <TextInput name="search" label={t('searchLabel')} defaultValue={chosen.search} required={false} />
        <Select
          name="teamId"
          label={t('teamLabel')}
          options={teams.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
          defaultValue={chosen.teamId}
          placeholder={t('anyTeam')}
        />
        <Button type="submit" className="justify-self-start">
          {t('show')}
        </Button>
      </form>
    </search>
  )
}
