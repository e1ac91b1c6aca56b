import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button'
import { Checkbox } from '#components/ui/checkbox'
import { LinkTabs } from '#components/ui/link-tabs'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale, LOCALES } from '#domain/text'
import { FORMATS } from '#domain/training'

export type Chosen = Partial<
  Record<'search' | 'for' | 'format' | 'competence' | 'language' | 'free' | 'short', string>
>
type Props = { chosen: Chosen; competences: readonly { slug: string; title: Text }[]; locale: Locale }

const hrefOf = (chosen: Chosen): string => {
  const wanted = new URLSearchParams(
    Object.entries(chosen).flatMap(([name, value]) => (value && name !== 'cursor' ? [[name, value]] : [])),
  )
  return wanted.size ? `/training?${wanted}` : '/training'
}

/** Filters stay in the address, so that a filtered catalogue can be sent to somebody. */
export function CatalogueFilter({ chosen, competences, locale }: Props) {
  const t = useTranslations('training')
  const formats = FORMATS.map((format) => ({ value: format, label: t(`formats.${format}`) }))
  const raised = competences.map(({ slug, title }) => ({ value: slug, label: inLocale(title, locale) }))
  const languages = LOCALES.map((language) => ({ value: language, label: t(`languages.${language}`) }))
  const isNext = chosen.for === 'next-rung'
  return (
    <>
      <LinkTabs
        label={t('views.label')}
        tabs={[
          { href: hrefOf({ ...chosen, for: undefined }), label: t('views.all'), current: !isNext },
          { href: hrefOf({ ...chosen, for: 'next-rung' }), label: t('views.next'), current: isNext },
        ]}
      />
      <search className="my-6 block">
        <form className="grid items-end gap-4 sm:grid-cols-3">
          {isNext && <input type="hidden" name="for" value="next-rung" />}
          <div className="sm:col-span-3">
            <TextInput
              name="search"
              type="search"
              label={t('search')}
              placeholder={t('searchHint')}
              defaultValue={chosen.search}
              maxLength={100}
            />
          </div>
          <Select
            name="format"
            label={t('format')}
            options={formats}
            placeholder={t('anyFormat')}
            defaultValue={chosen.format}
          />
          <Select
            name="competence"
            label={t('competence')}
            options={raised}
            placeholder={t('anyCompetence')}
            defaultValue={chosen.competence}
          />
          <Select
            name="language"
            label={t('language')}
            options={languages}
            placeholder={t('anyLanguage')}
            defaultValue={chosen.language}
          />
          <Checkbox
            name="free"
            value="month"
            label={t('freeMonth')}
            defaultChecked={chosen.free === 'month'}
          />
          <Checkbox name="short" value="4h" label={t('short')} defaultChecked={chosen.short === '4h'} />
          <Button type="submit" icon="search">
            {t('find')}
          </Button>
        </form>
      </search>
    </>
  )
}
