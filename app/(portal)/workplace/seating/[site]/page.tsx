import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Words } from '#components/layout/words'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { List, Row } from '#components/ui/list'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { AssignSeatForm, MoveTeamForm, SeatPeople } from '#components/workplace/seating'
import { isUuid } from '#domain/ids'
import { inLocale } from '#domain/text'
import { siteSeating } from '#server/workplace/seating-queries'
import { assignSeatAction, freeSeatAction, moveTeamAction } from '../../place-actions'

type Props = {
  params: Promise<{ site: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const t = await getTranslations('workplace.seating')
  return { title: t('title') }
}

export default async function SeatingPage({ params, searchParams }: Props) {
  const [{ actor, timeZone }, { site: slug }, given, locale, t, words] = await Promise.all([
    requireSession(),
    params,
    searchParams,
    getLocale(),
    getTranslations('workplace.seating'),
    getTranslations('workplace'),
  ])
  const { seat: asked } = pageQuery(given, ['seat']).known
  const workplaceId = asked && isUuid(asked) ? asked : undefined
  const { site, seat, people, teams, rooms } = await seen(siteSeating(actor, { site: slug, workplaceId }))
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())
  const without = people.filter(({ seat }) => !seat)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { site: inLocale(site.name, locale) })}
        above={<Breadcrumbs trail={[{ href: `/workplace/map/${site.slug}`, label: words('mapTitle') }]} />}
      />
      {seat && (
        <Section id="here" title={words('seat.title', { code: seat.code })}>
          <Words namespaces={['workplace.seating', 'ui.browser']}>
            <SeatPeople
              workplaceId={seat.id}
              code={seat.code}
              sitting={seat.sitting}
              people={people}
              locale={locale}
              doors={{ assign: assignSeatAction, free: freeSeatAction }}
            />
          </Words>
        </Section>
      )}
      <Section id="without" title={t('without')}>
        {!without.length && <p className="text-soft">{t('nobodyWithout')}</p>}
        <List label={t('without')}>
          {without.slice(0, 50).map(({ id, name, team }) => (
            <Row key={id} icon="person" title={name} note={team ? inLocale(team, locale) : undefined} />
          ))}
        </List>
        {without.length > 50 && <p className="text-soft">{t('andMore', { count: without.length - 50 })}</p>}
      </Section>
      <Words namespaces={['workplace.seating', 'ui.browser']}>
        <Section id="assign" title={t('assign')}>
          <AssignSeatForm {...{ people, rooms, today, locale }} assign={assignSeatAction} />
        </Section>
        <Section id="move" title={t('moveTeam')} note={t('moveLead')}>
          <MoveTeamForm {...{ teams, rooms, today, locale }} move={moveTeamAction} />
        </Section>
      </Words>
    </>
  )
}
