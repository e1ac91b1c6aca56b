import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { ExpertFinder, FloorList } from '#components/rotation/floor-list'
import { EmptyState } from '#components/ui/empty-state'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { floorNow } from '#server/rotation/floor-queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('rotation')
  return { title: t('floor.title') }
}

export default async function FloorPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('rotation'),
  ])
  const filter = pageQuery(given, ['competenceId', 'level', 'cursor'])
  const { items, next, competences } = await seen(floorNow(actor, filter.known))
  return (
    <>
      <PageHeader title={t('floor.title')} lead={t('floor.lead')} />
      <ExpertFinder competences={competences} chosen={filter.known} locale={locale} />
      {items.length ? (
        <FloorList people={items} locale={locale} />
      ) : (
        <EmptyState icon="headset" title={t('floor.nobody')} lead={t('floor.nobodyLead')} />
      )}
      <LoadMore href={next && filter.with({ cursor: next })} />
    </>
  )
}
