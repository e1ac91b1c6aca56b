import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { LinkTabs } from '#components/ui/link-tabs'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { PlanLegend, SitePlan } from '#components/workplace/site-plan'
import { WorkplaceTabs } from '#components/workplace/workplace-tabs'
import { can, mayEver } from '#domain/access'
import { inLocale } from '#domain/text'
import { RESULT_VALID_DAYS } from '#domain/workplace'
import { siteMap } from '#server/workplace/seat-queries'

type Props = { params: Promise<{ site: string }> }

export async function generateMetadata() {
  const t = await getTranslations('workplace')
  return { title: t('mapTitle') }
}

export default async function MapPage({ params }: Props) {
  const [{ actor }, { site: asked }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('workplace'),
  ])
  const { site, sites, rooms, now } = await seen(siteMap(actor, { site: asked }))
  return (
    <>
      <PageHeader
        title={t('mapNamed', { site: inLocale(site.name, locale) })}
        lead={t('mapLead', { days: RESULT_VALID_DAYS })}
        actions={
          <>
            {mayEver(actor, 'workplace.assignSeats') && (
              <LinkButton icon="people" href={`/workplace/seating/${site.slug}`}>
                {t('seating.link')}
              </LinkButton>
            )}
            {can(actor, 'workplace.editMap', { siteId: site.id }) && (
              <LinkButton icon="edit" href={`/workplace/plan/${site.slug}`}>
                {t('editor.open')}
              </LinkButton>
            )}
          </>
        }
      />
      <WorkplaceTabs current="map" sensors={mayEver(actor, 'workplace.sensors')} />
      {sites.length > 1 && (
        <div className="mb-6">
          <LinkTabs
            label={t('sites')}
            tabs={sites.map((one) => ({
              href: `/workplace/map/${one.slug}`,
              label: inLocale(one.name, locale),
              current: one.slug === site.slug,
            }))}
          />
        </div>
      )}
      {!rooms.length && <EmptyState icon="place" title={t('noRooms')} lead={t('noRoomsLead')} />}
      {rooms.length > 0 && <PlanLegend />}
      {rooms.map((room) => (
        <Section key={room.id} id={`room-${room.id}`} title={inLocale(room.title, locale)}>
          <SitePlan
            title={inLocale(room.title, locale)}
            width={room.width}
            depth={room.depth}
            seats={room.seats}
            now={now}
          />
        </Section>
      ))}
    </>
  )
}
