import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button'
import { LinkTabs } from '#components/ui/link-tabs'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { FORMATS } from '#domain/training'

type Chosen = { search?: string; for?: string; format?: string }

/** Filters stay in the address, so that a filtered catalogue can be sent to somebody. */
export function CatalogueFilter({ chosen }: { chosen: Chosen }) {
  const t = useTranslations('training')
  const formats = FORMATS.map((format) => ({ value: format, label: t(`formats.${format}`) }))
  const isNext = chosen.for === 'next-rung'
  return (
    <>
      <LinkTabs
        label={t('views.label')}
        tabs={[
          { href: '/training', label: t('views.all'), current: !isNext },
          { href: '/training?for=next-rung', label: t('views.next'), current: isNext },
        ]}
      />
      <search className="my-6 block">
        <form className="grid items-end gap-4 sm:grid-cols-[2fr_1fr_auto]">
          {isNext && <input type="hidden" name="for" value="next-rung" />}
          <TextInput
            name="search"
            type="search"
            label={t('search')}
            placeholder={t('searchHint')}
            defaultValue={chosen.search}
            maxLength={100}
          />
          <Select
            name="format"
            label={t('format')}
            options={formats}
            placeholder={t('anyFormat')}
            defaultValue={chosen.format}
          />
          <Button type="submit" icon="search">
            {t('find')}
          </Button>
        </form>
      </search>
    </>
  )
}
