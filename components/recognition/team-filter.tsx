import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button'
import { Select } from '#components/ui/select'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = { teams: readonly { id: string; name: Text }[]; chosen?: string; locale: Locale }

export function TeamFilter({ teams, chosen, locale }: Props) {
  const t = useTranslations('recognition')
  return (
    <search className="mt-6 mb-8">
      <form className="flex max-w-md flex-wrap items-end gap-4">
        <Select
          name="teamId"
          label={t('teamLabel')}
          options={teams.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
          defaultValue={chosen}
          placeholder={t('anyTeam')}
        />
        <Button type="submit">{t('show')}</Button>
      </form>
    </search>
  )
}
