import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { Catalogue } from '#components/training/catalogue'
import { CatalogueFilter } from '#components/training/catalogue-filter'
import { TrainingTabs } from '#components/training/training-tabs'
import { PageHeader } from '#components/ui/page-header'
import { dayIn } from '#domain/months'
import { LOCALES } from '#domain/text'
import { FORMATS } from '#domain/training'
import { listRaised, listTrainings } from '#server/training/queries'

const NAMES = ['search', 'for', 'format', 'competence', 'language', 'free', 'short', 'cursor'] as const

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
  const page = pageQuery(given, NAMES)
  const { known } = page
  // A made-up filter in the address is no filter, not an error.
  const one = <Value extends string>(all: readonly Value[], value: string | undefined) =>
    all.find((each) => each === value)
  const wanted = {
    search: known.search?.slice(0, 100),
    format: one(FORMATS, known.format),
    language: one(LOCALES, known.language),
    free: one(['month'] as const, known.free),
    short: one(['4h'] as const, known.short),
    for: one(['next-rung'] as const, known.for),
    competence: known.competence?.slice(0, 100),
    cursor: known.cursor,
  }
  const [{ items, next }, competences] = await Promise.all([
    listTrainings(actor, wanted),
    listRaised(actor, {}),
  ])
  const { for: forWhom, cursor: _cursor, ...narrowed } = wanted
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <TrainingTabs current="catalogue" actor={actor} />
      <CatalogueFilter chosen={page.known} competences={competences} locale={locale} />
      <Catalogue
        trainings={items}
        more={next && page.with({ cursor: next })}
        forNext={forWhom !== undefined && !Object.values(narrowed).some(Boolean)}
        today={dayIn(new Date(), timeZone)}
        locale={locale}
      />
    </>
  )
}
