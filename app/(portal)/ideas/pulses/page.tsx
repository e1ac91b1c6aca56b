import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { OpenPulseForm } from '#components/ideas/open-pulse-form'
import { PulseForm } from '#components/ideas/pulse-form'
import { PulseResults } from '#components/ideas/pulse-results'
import { Words } from '#components/layout/words'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { mayEver } from '#domain/access'
import { inLocale } from '#domain/text'
import { pulseDesk } from '#server/ideas/pulse-queries'
import { listPlaces } from '#server/people/queries'
import { openPulseAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('ideas.pulses')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PulsesPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t, ideas] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('ideas.pulses'),
    getTranslations('ideas'),
  ])
  const asked = pageQuery(given, ['cursor'])
  const { cursor } = asked.known
  const [{ open, past }, places] = await Promise.all([
    pulseDesk(actor, { cursor, limit: 12 }),
    mayEver(actor, 'ideas.openPulse') ? listPlaces(actor, {}) : null,
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Breadcrumbs trail={[{ href: '/ideas', label: ideas('title') }]} />}
      />
      <Words namespaces={['ideas.browser', 'ui.browser']}>
        {open.map((pulse) => (
          <Section key={pulse.id} id={`pulse-${pulse.id}`} title={inLocale(pulse.question, locale)}>
            <div className="card grid max-w-[72ch] gap-4">
              {pulse.answered ? (
                <p>{t('answered')}</p>
              ) : (
                <PulseForm pulse={pulse} label={inLocale(pulse.question, locale)} />
              )}
              <p className="text-small text-soft">{t('promise')}</p>
            </div>
          </Section>
        ))}
      </Words>
      {open.length + past.items.length === 0 && !cursor && (
        <EmptyState icon="insights" title={t('empty')} lead={t('emptyLead')} />
      )}
      {past.items.length > 0 && (
        <Section id="results" title={t('results')}>
          <PulseResults pulses={past.items} locale={locale} />
        </Section>
      )}
      <LoadMore
        href={past.next && asked.with({ cursor: past.next })}
        first={cursor ? asked.with({ cursor: null }) : null}
      />
      {places && (
        <div className="mt-12">
          <OpenPulseForm action={openPulseAction} places={places} locale={locale} />
        </div>
      )}
    </>
  )
}
