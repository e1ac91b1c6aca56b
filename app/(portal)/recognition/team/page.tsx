import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { recognitionViews } from '#app/_next/recognition-views'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Columns } from '#components/layout/columns'
import { RecognitionTabs } from '#components/recognition/recognition-tabs'
import { UnpraisedList } from '#components/recognition/unpraised-list'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { listUnpraised } from '#server/recognition/unpraised-queries'

export async function generateMetadata() {
  const t = await getTranslations('recognition')
  return { title: t('team.title') }
}

/** Who in the team has not been praised for 90 days, and how evenly the reader praises. */
export default async function PraiseTeamPage() {
  const [{ actor }, locale, t, format] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('recognition'),
    getFormatter(),
  ])
  const { items, own } = await seen(listUnpraised(actor, {}))
  const evenness =
    own.gini === null
      ? t('team.tooFew')
      : t('team.gini', { gini: format.number(own.gini, { maximumFractionDigits: 2 }) })
  return (
    <>
      <PageHeader title={t('team.title')} lead={t('team.lead')} />
      <RecognitionTabs views={recognitionViews(actor)} current="team" />
      <div className="mt-8">
        <Columns
          aside={
            <Section id="own" title={t('team.own')}>
              <p>{t('team.reached', { reached: own.reached, people: own.people, given: own.given })}</p>
              <p className="mt-2 text-small text-soft">{evenness}</p>
            </Section>
          }
        >
          {items.length ? (
            <UnpraisedList people={items} locale={locale} />
          ) : (
            <EmptyState icon="star" title={t('team.empty')} lead={t('team.emptyLead')} />
          )}
        </Columns>
      </div>
    </>
  )
}
