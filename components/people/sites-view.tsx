import { useFormatter, useTranslations } from 'next-intl'
import { SiteFields, TeamFields } from '#components/people/place-fields'
import { PlaceForms } from '#components/people/place-forms'
import { EmptyState } from '#components/ui/empty-state'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { LinkTabs } from '#components/ui/link-tabs'
import { LoadMore } from '#components/ui/load-more'
import { Section } from '#components/ui/section'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type Site = { id: string; name: Text; city: Text; timeZone: string; teams: number; planned: boolean }
export type Team = {
  id: string
  name: Text
  siteId: string
  site: Text
  projectId: string | null
  project: Text | null
  supervisor: { id: string; name: string } | null
  people: number
}
type Named = { id: string; name: Text }
type Props = {
  sites: readonly Site[]
  teams: readonly Team[]
  projects: readonly Named[]
  siteId?: string
  /** What is being changed just now. */
  change?: string
  more: string | null
  zones: readonly string[]
  now: Date
  locale: Locale
  doors: {
    site?: { add: FormAction; change: FormAction }
    team?: { add: FormAction; change: FormAction; end: FormAction }
  }
}

/** Where people work, by which clock, and in which teams. */
export function SitesView(props: Props) {
  return (
    <>
      <Sites {...props} />
      <Teams {...props} />
    </>
  )
}

function Sites({ sites, change, zones, now, locale, doors: { site: doors } }: Props) {
  const t = useTranslations('people.places')
  const format = useFormatter()
  const clock = (timeZone: string) =>
    format.dateTime(now, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  return (
    <Section id="sites" title={t('sitesTitle')} note={t('sitesNote')}>
      <ul className="rows">
        {sites.map((site) => (
          <li key={site.id} className="grid gap-2 py-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <h3 className="min-w-0 font-semibold wrap-anywhere">{inLocale(site.name, locale)}</h3>
              {doors && change !== site.id && (
                <Link href={`/people/places?change=${site.id}`} className="link text-small">
                  {t('change')}
                  <span className="sr-only">: {inLocale(site.name, locale)}</span>
                </Link>
              )}
            </div>
            <p className="text-small text-soft wrap-anywhere">
              {[
                inLocale(site.city, locale),
                t('clock', { zone: site.timeZone, time: clock(site.timeZone) }),
                t('teamCount', { count: site.teams }),
              ].join(' · ')}
            </p>
            {doors && change === site.id && (
              <PlaceForms
                change={doors.change}
                name={inLocale(site.name, locale)}
                hidden={{ siteId: site.id }}
                back="/people/places"
              >
                <SiteFields site={site} zones={zones} />
              </PlaceForms>
            )}
          </li>
        ))}
      </ul>
      {doors && (
        <PlaceForms add={doors.add} title={t('addSite')}>
          <SiteFields zones={zones} />
        </PlaceForms>
      )}
    </Section>
  )
}

function Teams({ sites, teams, projects, siteId, change, more, locale, doors: { team: doors } }: Props) {
  const t = useTranslations('people.places')
  const tabs = [
    { id: undefined, label: t('everySite') },
    ...sites.map((site) => ({ id: site.id, label: inLocale(site.name, locale) })),
  ]
  return (
    <Section id="teams" title={t('teamsTitle')} note={t('teamsNote')}>
      {sites.length > 1 && (
        <LinkTabs
          label={t('bySite')}
          tabs={tabs.map(({ id, label }) => ({
            href: id ? `/people/places?siteId=${id}` : '/people/places',
            label,
            current: id === siteId,
          }))}
        />
      )}
      {!teams.length && (
        <EmptyState icon="people" title={t('noTeams')} lead={doors ? t('noTeamsLead') : t('noTeamsYet')} />
      )}
      <ul className="rows">
        {teams.map((team) => {
          const name = inLocale(team.name, locale)
          return (
            <li key={team.id} className="grid gap-2 py-4">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                <h3 className="min-w-0 font-semibold wrap-anywhere">
                  <Link href={`/people?siteId=${team.siteId}&teamId=${team.id}`} className="link">
                    {name}
                  </Link>
                </h3>
                {doors && change !== team.id && (
                  <Link
                    href={`/people/places?${new URLSearchParams({ ...(siteId && { siteId }), change: team.id })}#teams`}
                    className="link text-small"
                  >
                    {t('change')}
                    <span className="sr-only">: {name}</span>
                  </Link>
                )}
              </div>
              <p className="text-small text-soft wrap-anywhere">
                {[
                  inLocale(team.site, locale),
                  team.project ? inLocale(team.project, locale) : t('noProject'),
                  team.supervisor ? t('ledBy', { name: team.supervisor.name }) : t('noSupervisor'),
                  t('peopleCount', { count: team.people }),
                ].join(' · ')}
              </p>
              {doors && change === team.id && (
                <PlaceForms
                  change={doors.change}
                  end={{ action: doors.end, label: t('endTeam'), lead: t('endTeamLead') }}
                  name={name}
                  hidden={{ teamId: team.id }}
                  back={siteId ? `/people/places?siteId=${siteId}` : '/people/places'}
                >
                  <TeamFields team={team} projects={projects} locale={locale} />
                </PlaceForms>
              )}
            </li>
          )
        })}
      </ul>
      <LoadMore href={more} />
      {doors && (
        <PlaceForms add={doors.add} title={t('addTeam')} lead={t('addTeamLead')}>
          <TeamFields sites={sites} siteId={siteId} projects={projects} locale={locale} />
        </PlaceForms>
      )}
    </Section>
  )
}
