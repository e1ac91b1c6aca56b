import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { Words } from '#components/layout/words'
import { Disclosure } from '#components/ui/disclosure'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { DueList } from '#components/workplace/due-list'
import { OfflineReady } from '#components/workplace/offline-ready'
import { RoundList } from '#components/workplace/round-list'
import { ScheduleForm } from '#components/workplace/schedule-form'
import { StartRoundForm } from '#components/workplace/start-round-form'
import { WorkplaceTabs } from '#components/workplace/workplace-tabs'
import { mayEver } from '#domain/access'
import { inLocale } from '#domain/text'
import { roundsDue } from '#server/workplace/due-queries'
import { listRounds } from '#server/workplace/queries'
import { listRoundPlaces } from '#server/workplace/seat-queries'
import { endScheduleAction, scheduleRoundsAction, startRoundAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('workplace')
  return { title: t('roundsTitle') }
}

export default async function RoundsPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('workplace'),
  ])
  const filter = pageQuery(given, ['cursor'])
  const schedules = mayEver(actor, 'workplace.scheduleRounds')
  const [rounds, due, places] = await Promise.all([
    listRounds(actor, filter.known),
    mayEver(actor, 'workplace.roundsDue') ? roundsDue(actor, {}) : null,
    listRoundPlaces(actor, {}),
  ])
  const roomChoices = places.rooms.map(({ id, title, site }) => ({
    value: id,
    label: t('placeRoom', { room: inLocale(title, locale), site: inLocale(site, locale) }),
  }))
  return (
    <>
      <PageHeader
        title={t('roundsTitle')}
        lead={t('roundsLead')}
        actions={
          mayEver(actor, 'workplace.setInstruments') && (
            <LinkButton icon="measure" href="/workplace/instruments">
              {t('instrument.link')}
            </LinkButton>
          )
        }
      />
      <WorkplaceTabs current="rounds" sensors={mayEver(actor, 'workplace.sensors')} />
      {places.items.length > 0 && (
        <Words namespaces={['workplace', 'ui.browser']}>
          <OfflineReady locale={locale} />
        </Words>
      )}
      {places.items.length > 0 && (
        <Section id="start" title={t('startTitle')}>
          <StartRoundForm
            checklists={places.checklists}
            places={places.items}
            locale={locale}
            start={startRoundAction}
          />
        </Section>
      )}
      {due && due.items.length > 0 && (
        <Section id="due" title={t('dueTitle')}>
          <DueList
            rows={due.items}
            locale={locale}
            start={startRoundAction}
            end={schedules ? endScheduleAction : undefined}
          />
        </Section>
      )}
      {schedules && (
        <Section id="schedule" title={t('schedule.title')} note={t('schedule.lead')}>
          <Disclosure summary={t('schedule.open')}>
            <ScheduleForm
              checklists={places.checklists.filter(({ kind }) => kind === 'inspection')}
              rooms={roomChoices}
              seats={places.items}
              locale={locale}
              today={new Date().toISOString().slice(0, 10)}
              schedule={scheduleRoundsAction}
            />
          </Disclosure>
        </Section>
      )}
      <Section id="rounds" title={t('roundsDone')}>
        {rounds.items.length ? (
          <RoundList rounds={rounds.items} locale={locale} />
        ) : (
          <EmptyState icon="round" title={t('noRounds')} lead={t('noRoundsLead')} />
        )}
        <LoadMore href={rounds.next && filter.with({ cursor: rounds.next })} />
      </Section>
    </>
  )
}
