import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { ProjectsView } from '#components/people/projects-view'
import { SitesView } from '#components/people/sites-view'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { LinkTabs } from '#components/ui/link-tabs'
import { PageHeader } from '#components/ui/page-header'
import type { Actor } from '#domain/access'
import { mayEver } from '#domain/access'
import type { Locale } from '#domain/text'
import { timeZones } from '#domain/time-zones'
import { listProjects, listServices, listSites, listTeams } from '#server/people/place-queries'
import {
  addChannelAction,
  addProjectAction,
  addServiceAction,
  addSiteAction,
  addTeamAction,
  changeProjectAction,
  changeSiteAction,
  changeTeamAction,
  endProjectAction,
  endTeamAction,
} from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
type Query = ReturnType<typeof readQuery>

const readQuery = (given: Awaited<Props['searchParams']>) =>
  pageQuery(given, ['show', 'change', 'siteId', 'cursor'])
/** Sites and clients are few: one page of either holds them. */
const ALL = { limit: 100 }

export async function generateMetadata() {
  const t = await getTranslations('people.places')
  return { title: t('title') }
}

export default async function PlacesPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t, people] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('people.places'),
    getTranslations('people'),
  ])
  const query = readQuery(given)
  const projects = query.known.show === 'projects'
  const tabs = [
    { href: '/people/places', label: t('sites'), current: !projects },
    { href: '/people/places?show=projects', label: t('projects'), current: projects },
  ]
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Breadcrumbs trail={[{ href: '/people', label: people('title') }]} />}
      />
      <LinkTabs label={t('tabs')} tabs={tabs} />
      {projects ? await projectsOf(actor, locale, query) : await sitesOf(actor, locale, query)}
    </>
  )
}

async function sitesOf(actor: Actor, locale: Locale, { known, with: address }: Query) {
  const edits = mayEver(actor, 'people.addTeam')
  const [sites, teams, projects] = await Promise.all([
    listSites(actor, ALL),
    seen(listTeams(actor, { siteId: known.siteId, cursor: known.cursor })),
    edits ? listProjects(actor, ALL) : null,
  ])
  return (
    <SitesView
      sites={sites.items}
      teams={teams.items}
      projects={projects?.items ?? []}
      siteId={known.siteId}
      change={known.change}
      more={teams.next && address({ cursor: teams.next, change: null })}
      zones={mayEver(actor, 'people.addSite') ? timeZones() : []}
      now={new Date()}
      locale={locale}
      doors={{
        ...(mayEver(actor, 'people.addSite') && { site: { add: addSiteAction, change: changeSiteAction } }),
        ...(edits && { team: { add: addTeamAction, change: changeTeamAction, end: endTeamAction } }),
      }}
    />
  )
}

async function projectsOf(actor: Actor, locale: Locale, { known }: Query) {
  const [projects, ways] = await Promise.all([listProjects(actor, ALL), listServices(actor, {})])
  return (
    <ProjectsView
      projects={projects.items}
      ways={ways}
      change={known.change}
      locale={locale}
      doors={{
        ...(mayEver(actor, 'people.addProject') && {
          project: { add: addProjectAction, change: changeProjectAction, end: endProjectAction },
        }),
        ...(mayEver(actor, 'people.addService') && {
          way: { service: addServiceAction, channel: addChannelAction },
        }),
      }}
    />
  )
}
