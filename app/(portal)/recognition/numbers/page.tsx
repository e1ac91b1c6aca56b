import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { recognitionViews } from '#app/_next/recognition-views'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { CopiedWords } from '#components/recognition/copied-words'
import { Evenness, SameFew, Worth } from '#components/recognition/numbers'
import { RecognitionTabs } from '#components/recognition/recognition-tabs'
import { Button } from '#components/ui/button'
import { PageHeader } from '#components/ui/page-header'
import { Select } from '#components/ui/select'
import { isUuid } from '#domain/ids'
import { INFLATED, SATURATED } from '#domain/praise-numbers'
import { inLocale } from '#domain/text'
import { listPlaces } from '#server/people/queries'
import { listCopied } from '#server/recognition/copied-queries'
import { showNumbers } from '#server/recognition/numbers-queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('recognition')
  return { title: t('numbers.title') }
}

export default async function PraiseNumbersPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('recognition'),
  ])
  const { siteId } = pageQuery(given, ['siteId']).known
  const chosen = siteId && isUuid(siteId) ? siteId : undefined
  const [numbers, copied, places] = await Promise.all([
    seen(showNumbers(actor, { siteId: chosen })),
    seen(listCopied(actor, { siteId: chosen })),
    listPlaces(actor, {}),
  ])
  return (
    <>
      <PageHeader title={t('numbers.title')} lead={t('numbers.lead')} />
      <RecognitionTabs views={recognitionViews(actor)} current="numbers" />
      <search className="mt-6 mb-8">
        <form className="flex max-w-md flex-wrap items-end gap-4">
          <Select
            name="siteId"
            label={t('numbers.site')}
            options={places.sites.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
            defaultValue={chosen}
            placeholder={t('numbers.anySite')}
          />
          <Button type="submit">{t('show')}</Button>
        </form>
      </search>
      <Worth months={numbers.months} mark={INFLATED} inflated={numbers.inflated} saturated={SATURATED} />
      <Evenness groups={numbers.groups} locale={locale} />
      <CopiedWords praises={copied} />
      {numbers.few && <SameFew {...numbers.few} />}
    </>
  )
}
