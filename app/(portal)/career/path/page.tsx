import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { CareerTabs } from '#components/career/career-tabs'
import { IntentForm } from '#components/career/intent-form'
import { Steps } from '#components/career/steps'
import { namesOf } from '#components/career/wording'
import { Columns } from '#components/layout/columns'
import { Disclosure } from '#components/ui/disclosure'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { inLocale } from '#domain/text'
import { readiness } from '#server/career/own-queries'
import { setIntentAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('career.path')
  return { title: t('title') }
}

export default async function PathPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('career.path'),
  ])
  const { known } = pageQuery(given, ['target'])
  const own = await readiness(actor, { targetSlug: known.target })
  const titled = own.positions.map(({ positionId, title }) => ({ id: positionId, title }))
  const names = namesOf(locale, titled, own.competences, own.trainings)
  const asked = own.positions.find(({ slug }) => slug === known.target)?.positionId ?? null
  const first = asked ?? own.intent?.targetId ?? own.targets[0]?.position.positionId
  const targets = own.targets.toSorted(
    (a, b) => Number(b.position.positionId === first) - Number(a.position.positionId === first),
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <CareerTabs current="path" versionId={own.ladder?.versionId} />
      <Columns
        aside={
          <IntentForm
            intent={own.intent}
            positions={own.positions}
            ownId={own.positionId}
            target={asked}
            locale={locale}
            save={setIntentAction}
          />
        }
      >
        <Section id="targets" title={t('targets')}>
          {targets.length === 0 && (
            <EmptyState icon="goal" title={t('noTargets')} lead={t('noTargetsLead')} />
          )}
          {targets.map((target) => {
            const title = inLocale(target.position.title, locale)
            return (
              <Disclosure
                key={target.position.positionId}
                summary={target.move ? title : `${title}, ${t('far')}`}
                open={target.position.positionId === first}
              >
                <Steps
                  target={title}
                  way={target}
                  names={names}
                  trainings={own.trainings}
                  enrolled={own.enrolled}
                />
              </Disclosure>
            )
          })}
        </Section>
      </Columns>
    </>
  )
}
