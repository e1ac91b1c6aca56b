import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { CareerTabs } from '#components/career/career-tabs'
import { OpeningForm } from '#components/career/opening-form'
import { OpeningList } from '#components/career/opening-list'
import { Disclosure } from '#components/ui/disclosure'
import { EmptyState } from '#components/ui/empty-state'
import { LinkTabs } from '#components/ui/link-tabs'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { dayIn } from '#domain/months'
import { listOpenings } from '#server/career/opening-queries'
import { listPlaces } from '#server/people/queries'
import { applyAction, openOpeningAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('career.openings')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function OpeningsPage({ searchParams }: Props) {
  const [{ actor, timeZone }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('career.openings'),
  ])
  const { known, with: addressWith } = pageQuery(given, ['past', 'cursor'])
  const past = known.past === '1'
  const mayOpen = mayEver(actor, 'career.openOpening')
  const [{ items, next }, places] = await Promise.all([
    listOpenings(actor, { past, cursor: known.cursor }),
    mayOpen ? listPlaces(actor, { siteId: actor.siteId ?? undefined }) : null,
  ])
  const today = dayIn(new Date(), timeZone)
  const tabs = [
    { href: '/career/openings', label: t('live'), current: !past },
    { href: '/career/openings?past=1', label: t('past'), current: past },
  ]
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <CareerTabs current="openings" actor={actor} />
      <LinkTabs label={t('which')} tabs={tabs} />
      {items.length === 0 && (
        <EmptyState
          icon="seat"
          title={past ? t('nonePast') : t('none')}
          lead={past ? undefined : t('noneLead')}
        />
      )}
      <OpeningList
        openings={items}
        today={today}
        ownPositionId={actor.positionId}
        locale={locale}
        label={past ? t('past') : t('live')}
        apply={applyAction}
      />
      <LoadMore
        href={next && addressWith({ cursor: next })}
        first={known.cursor ? addressWith({ cursor: null }) : undefined}
      />
      {places && (
        <Disclosure summary={t('open')}>
          <OpeningForm
            positions={places.positions}
            sites={places.sites}
            ownSiteId={actor.siteId}
            today={today}
            locale={locale}
            open={openOpeningAction}
          />
        </Disclosure>
      )}
    </>
  )
}
