import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { Directory } from '#components/people/directory'
import { PeopleFilter } from '#components/people/people-filter'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { listPeople, listPlaces } from '#server/people/queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('people')
  return { title: t('title') }
}

export default async function PeoplePage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('people'),
  ])
  const filter = pageQuery(given, ['search', 'siteId', 'teamId', 'ended', 'cursor'])
  const [people, places] = await Promise.all([
    listPeople(actor, filter.known),
    listPlaces(actor, { siteId: filter.known.siteId }),
  ])
  const mayAdd = mayEver(actor, 'people.add')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href="/people/places" icon="place">
              {t('places.title')}
            </LinkButton>
            {mayAdd && (
              <LinkButton href="/people/new" variant="primary" icon="add">
                {t('add')}
              </LinkButton>
            )}
          </>
        }
      />
      <PeopleFilter places={places} chosen={filter.known} locale={locale} mayFindEnded={mayAdd} />
      <Directory
        people={people.items}
        locale={locale}
        more={people.next && filter.with({ cursor: people.next })}
        filtered={filter.isSet}
      />
    </>
  )
}
