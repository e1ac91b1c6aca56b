import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { recognitionViews } from '#app/_next/recognition-views'
import { requireSession } from '#app/_next/session'
import { AwardDesk } from '#components/recognition/award-desk'
import { Awards } from '#components/recognition/awards'
import { RecognitionTabs } from '#components/recognition/recognition-tabs'
import { EmptyState } from '#components/ui/empty-state'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { mayEver } from '#domain/access'
import { ListAwards } from '#domain/awards'
import { listAwards, showAwardDesk } from '#server/recognition/award-queries'
import { listValues } from '#server/recognition/giving-queries'
import { confirmAwardAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('recognition.awards')
  return { title: t('title') }
}

/** Ideas of the month, month by month; for HR also the places of the last one. */
export default async function AwardsPage({ searchParams }: Props) {
  const [{ actor }, given, locale, format, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getFormatter(),
    getTranslations('recognition.awards'),
  ])
  const asked = pageQuery(given, ['cursor'])
  const { data: filter = ListAwards.parse({}) } = ListAwards.safeParse(asked.known)
  const chooses = mayEver(actor, 'recognition.confirmAward')
  const [awards, desk, values] = await Promise.all([
    listAwards(actor, filter),
    chooses ? showAwardDesk(actor, {}) : null,
    chooses ? listValues(actor, {}) : null,
  ])
  const named = (month: string) =>
    format.dateTime(new Date(`${month}T12:00:00Z`), { month: 'long', year: 'numeric' })
  const months = [...new Set(awards.items.map(({ month }) => month))]
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <RecognitionTabs views={recognitionViews(actor)} current="awards" />
      <div className="mt-8">
        {desk && values && (
          <AwardDesk
            desk={desk}
            month={named(desk.month)}
            values={values.items}
            confirm={confirmAwardAction}
            locale={locale}
          />
        )}
        {!months.length && <EmptyState icon="award" title={t('empty')} lead={t('emptyLead')} />}
        {months.map((month) => (
          <Section key={month} id={`month-${month}`} title={named(month)}>
            <Awards label={named(month)} awards={awards.items.filter((award) => award.month === month)} />
          </Section>
        ))}
        <LoadMore
          href={awards.next && asked.with({ cursor: awards.next })}
          first={filter.cursor ? asked.with({ cursor: null }) : null}
        />
      </div>
    </>
  )
}
