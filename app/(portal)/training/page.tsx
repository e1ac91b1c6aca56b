import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { Catalogue } from '#components/training/catalogue'
import { CatalogueFilter } from '#components/training/catalogue-filter'
import { TrainingTabs } from '#components/training/training-tabs'
import { PageHeader } from '#components/ui/page-header'
import { dayIn } from '#domain/months'
import { FORMATS } from '#domain/training'
import { listTrainings } from '#server/training/queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('training')
  return { title: t('title') }
}

export default async function TrainingPage({ searchParams }: Props) {
  const [{ actor, timeZone }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('training'),
  ])
  const page = pageQuery(given, ['search', 'for', 'format', 'cursor'])
  const { search, cursor } = page.known
  // A made-up filter in the address is no filter, not an error.
  const format = FORMATS.find((known) => known === page.known.format)
  const forNext = page.known.for === 'next-rung'
  const wanted = {
    search: search?.slice(0, 100),
    format,
    cursor,
    for: forNext ? ('next-rung' as const) : undefined,
  }
  const { items, next } = await listTrainings(actor, wanted)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <TrainingTabs current="catalogue" />
      <CatalogueFilter chosen={page.known} />
      <Catalogue
        trainings={items}
        more={next && page.with({ cursor: next })}
        forNext={forNext && !search && !format}
        today={dayIn(new Date(), timeZone)}
        locale={locale}
      />
    </>
  )
}
