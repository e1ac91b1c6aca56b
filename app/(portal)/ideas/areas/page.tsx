import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { AreaForm } from '#components/ideas/area-form'
import { AreaList } from '#components/ideas/area-list'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { inLocale } from '#domain/text'
import { listAreas } from '#server/ideas/campaign-queries'
import { listPlaces } from '#server/people/queries'
import { listReceivers } from '#server/recognition/giving-queries'
import { openAreaAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('ideas')
  return { title: t('areasPage.title') }
}

export default async function AreasPage() {
  const [{ actor }, locale, t] = await Promise.all([requireSession(), getLocale(), getTranslations('ideas')])
  const mayOpen = mayEver(actor, 'ideas.openArea')
  const [areas, places, people] = await Promise.all([
    listAreas(actor, {}),
    mayOpen ? listPlaces(actor, {}) : null,
    mayOpen ? listReceivers(actor, {}) : null,
  ])
  return (
    <>
      <PageHeader
        title={t('areasPage.title')}
        lead={t('areasPage.lead')}
        above={<Breadcrumbs trail={[{ href: '/ideas', label: t('title') }]} />}
      />
      {areas.items.length === 0 ? (
        <EmptyState icon="idea" title={t('areasPage.empty')} lead={t('areasPage.emptyLead')} />
      ) : (
        <AreaList areas={areas.items} locale={locale} />
      )}
      {places && people && (
        <div className="mt-12">
          <AreaForm
            action={openAreaAction}
            people={people.map(({ id, name, position }) => ({
              id,
              name,
              detail: inLocale(position, locale),
            }))}
            teams={places.teams}
            sites={places.sites}
            locale={locale}
          />
        </div>
      )}
    </>
  )
}
