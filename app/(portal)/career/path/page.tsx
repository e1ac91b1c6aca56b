import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { CareerTabs } from '#components/career/career-tabs'
import { Compare } from '#components/career/compare'
import { IntentForm } from '#components/career/intent-form'
import { PersonEvidence } from '#components/career/person-evidence'
import { PersonLevels } from '#components/career/person-levels'
import { PlanCard } from '#components/career/plan-card'
import { TargetList } from '#components/career/target-list'
import { Ways } from '#components/career/ways'
import { namesOf } from '#components/career/wording'
import { Columns } from '#components/layout/columns'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { addDays, dayIn } from '#domain/months'
import { FIRST_CHECK_IN_DAYS } from '#domain/plans'
import { inLocale } from '#domain/text'
import { listAssessments, listEvidence } from '#server/career/assessment-queries'
import { readiness } from '#server/career/own-queries'
import { openPlanAction, recordEvidenceAction, setIntentAction } from '../actions'
import { planActions, stepActions } from '../plan-forms'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('career.path')
  return { title: t('title') }
}

export default async function PathPage({ searchParams }: Props) {
  const [{ actor, timeZone }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('career.path'),
  ])
  const { known, with: addressWith } = pageQuery(given, ['target', 'beside', 'show'])
  const own = await readiness(actor, { targetSlug: known.target, besideSlug: known.beside })
  const isShown = known.show === 'record'
  const [words, shown] = isShown
    ? await Promise.all([
        listAssessments(actor, { personId: actor.personId, limit: 50 }),
        listEvidence(actor, { personId: actor.personId, limit: 50 }),
      ])
    : []
  const titled = own.positions.map(({ positionId, title }) => ({ id: positionId, title }))
  const names = namesOf(locale, titled, own.competences, own.trainings)
  const today = dayIn(new Date(), timeZone)
  const asked = own.positions.find(({ slug }) => slug === known.target)?.positionId ?? null
  const first = asked ?? own.intent?.targetId ?? own.targets[0]?.position.positionId
  const targets = own.targets.toSorted(
    (a, b) => Number(b.position.positionId === first) - Number(a.position.positionId === first),
  )
  const [main] = targets
  const beside = targets.find(({ position }) => position.slug === known.beside)
  const sideOf = (target: (typeof targets)[number]) => ({
    ...target,
    title: inLocale(target.position.title, locale),
  })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <CareerTabs current="path" actor={actor} versionId={own.ladder?.versionId} />
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
        {own.plans.length > 0 && (
          <Section id="plans" title={t('plans')}>
            {own.plans.map((plan) => (
              <PlanCard
                key={plan.id}
                plan={plan}
                readerId={actor.personId}
                own
                today={today}
                firstCheckInOn={addDays(today, FIRST_CHECK_IN_DAYS)}
                names={names}
                actions={planActions}
              />
            ))}
          </Section>
        )}
        {main && beside && main !== beside && (
          <Compare sides={[sideOf(main), sideOf(beside)]} names={names} />
        )}
        {main && !main.move && <Ways ways={own.ways} target={sideOf(main).title} names={names} />}
        <TargetList
          own={own}
          targets={targets}
          names={names}
          today={today}
          besideOf={(slug) => `${addressWith({ target: main?.position.slug, beside: slug })}#compare`}
          actions={{ ...stepActions, openPlan: openPlanAction }}
        />
        <LinkButton
          href={addressWith({ show: isShown ? null : 'record' })}
          variant="quiet"
          icon="history"
          className="mb-8"
        >
          {isShown ? t('recordHide') : t('record')}
        </LinkButton>
        {words && (
          <PersonLevels personId={actor.personId} words={words.items} competences={[]} names={names} />
        )}
        {shown && (
          <PersonEvidence
            personId={actor.personId}
            own
            shown={shown.items}
            today={today}
            record={recordEvidenceAction}
          />
        )}
      </Columns>
    </>
  )
}
