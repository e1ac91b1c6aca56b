import { getLocale, getTranslations } from 'next-intl/server'
import { makeFeedAction } from '#app/_next/feed-link'
import { requireSession } from '#app/_next/session'
import { AreaForm } from '#components/ideas/area-form'
import { AreaList } from '#components/ideas/area-list'
import { FeedLinks } from '#components/ideas/feed-links'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { inLocale } from '#domain/text'
import { areaDesk } from '#server/ideas/area-queries'
import { listPlaces } from '#server/people/queries'
import { changeAreaAction, openAreaAction, retireAreaAction, revokeFeedAction } from '../area-actions'

export async function generateMetadata() {
  const t = await getTranslations('ideas')
  return { title: t('areasPage.title') }
}

export default async function AreasPage() {
  const [{ actor }, locale, t] = await Promise.all([requireSession(), getLocale(), getTranslations('ideas')])
  const mayOpen = mayEver(actor, 'ideas.openArea')
  const [{ areas, kept, feeds, answerers }, places] = await Promise.all([
    areaDesk(actor, {}),
    mayOpen ? listPlaces(actor, {}) : null,
  ])
  const links = feeds.map((feed) => ({ ...feed, createdAt: new Date(feed.createdAt) }))
  const people = answerers.map(({ id, name, position }) => ({ id, name, detail: inLocale(position, locale) }))
  return (
    <>
      <PageHeader
        title={t('areasPage.title')}
        lead={t('areasPage.lead')}
        above={<Breadcrumbs trail={[{ href: '/ideas', label: t('title') }]} />}
        actions={
          mayEver(actor, 'ideas.export') && (
            <>
              <LinkButton href="#new-area" icon="add" variant="primary">
                {t('areasPage.new')}
              </LinkButton>
              <LinkButton href="/ideas/trackers" icon="network">
                {t('trackers.title')}
              </LinkButton>
              <LinkButton href="/api/ideas/export?format=xlsx" icon="download">
                {t('export.workbook')}
              </LinkButton>
              <LinkButton href="/api/ideas/export" icon="download">
                {t('export.all')}
              </LinkButton>
            </>
          )
        }
      />
      {areas.length === 0 ? (
        <EmptyState icon="idea" title={t('areasPage.empty')} lead={t('areasPage.emptyLead')} />
      ) : (
        <AreaList
          areas={areas}
          kept={kept}
          locale={locale}
          editing={mayOpen ? { people, change: changeAreaAction, retire: retireAreaAction } : undefined}
        />
      )}
      <div className="mt-12">
        <FeedLinks
          areas={areas}
          links={links}
          make={makeFeedAction}
          revoke={revokeFeedAction}
          locale={locale}
        />
      </div>
      {places && (
        <div className="mt-12">
          <AreaForm
            action={openAreaAction}
            people={people}
            teams={places.teams}
            sites={places.sites}
            locale={locale}
          />
        </div>
      )}
    </>
  )
}
