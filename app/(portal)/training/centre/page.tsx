import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { CrossTraining } from '#components/rotation/cross-training'
import { DemandTable } from '#components/training/demand'
import { Askers, SessionList } from '#components/training/desk'
import { PlanForm } from '#components/training/plan-form'
import { TrainingTabs } from '#components/training/training-tabs'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { dayIn } from '#domain/months'
import { crossTraining } from '#server/rotation/worth-queries'
import { listDemand } from '#server/training/demand-queries'
import { listDesk } from '#server/training/desk-queries'
import { planSeriesAction, refuseAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('training.centre')
  return { title: t('title') }
}

/** The learning centre's desk: what to mark, what to plan, whom to answer. */
export default async function CentrePage({ searchParams }: Props) {
  const [{ actor, timeZone }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('training.centre'),
  ])
  const { known } = pageQuery(given, ['training', 'times'])
  // What the planned days would gain most from is what to plan next: another room knows.
  const [desk, demand, worth] = await seen(
    Promise.all([listDesk(actor, {}), listDemand(actor, {}), crossTraining(actor, {})]),
  )
  const now = new Date()
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href="/training/centre/new" icon="add">
              {t('newTraining')}
            </LinkButton>
            <LinkButton href="/training/centre/numbers">{t('numbers')}</LinkButton>
            <LinkButton href="/training/centre/import">{t('import')}</LinkButton>
          </>
        }
      />
      <TrainingTabs current="centre" actor={actor} />
      <SessionList id="unmarked" sessions={desk.unmarked} locale={locale} />
      <DemandTable demand={demand} locale={locale} />
      <CrossTraining items={worth.items} locale={locale} />
      <Askers askers={desk.askers} now={now} locale={locale} refuse={refuseAction} />
      <PlanForm
        choices={desk}
        chosen={known}
        siteId={actor.siteId}
        today={dayIn(now, timeZone)}
        locale={locale}
        plan={planSeriesAction}
      />
      <SessionList id="coming" sessions={desk.coming} locale={locale} />
    </>
  )
}
