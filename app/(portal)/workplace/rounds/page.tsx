import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { Words } from '#components/layout/words'
import { EmptyState } from '#components/ui/empty-state'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { DueList } from '#components/workplace/due-list'
import { OfflineReady } from '#components/workplace/offline-ready'
import { RoundList } from '#components/workplace/round-list'
import { StartRoundForm } from '#components/workplace/start-round-form'
import { WorkplaceTabs } from '#components/workplace/workplace-tabs'
import { mayEver } from '#domain/access'
import { listChecklists } from '#server/workplace/checklist-queries'
import { listRounds, roundsDue } from '#server/workplace/queries'
import { listRoundPlaces } from '#server/workplace/seat-queries'
import { startRoundAction } from '../actions'

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
  const [rounds, due, checklists, places] = await Promise.all([
    listRounds(actor, filter.known),
    mayEver(actor, 'workplace.roundsDue') ? roundsDue(actor, {}) : null,
    listChecklists(actor, {}),
    listRoundPlaces(actor, {}),
  ])
  const inspections = checklists.items.filter((one) => one.kind !== 'decision')
  return (
    <>
      <PageHeader title={t('roundsTitle')} lead={t('roundsLead')} />
      <WorkplaceTabs current="rounds" />
      {places.items.length > 0 && (
        <Words namespaces={['workplace', 'ui.browser']}>
          <OfflineReady locale={locale} />
        </Words>
      )}
      {places.items.length > 0 && (
        <Section id="start" title={t('startTitle')}>
          <StartRoundForm
            checklists={inspections}
            places={places.items}
            locale={locale}
            start={startRoundAction}
          />
        </Section>
      )}
      {due && due.items.length > 0 && (
        <Section id="due" title={t('dueTitle')}>
          <DueList rows={due.items} locale={locale} start={startRoundAction} />
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
