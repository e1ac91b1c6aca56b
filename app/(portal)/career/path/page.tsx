import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { CareerTabs } from '#components/career/career-tabs'
import { Compare } from '#components/career/compare'
import { IntentForm } from '#components/career/intent-form'
import { Mastery } from '#components/career/mastery'
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
import { readiness } from '#server/career/own-queries'
import { openPlanAction, recordEvidenceAction, setIntentAction } from '../actions'
import { offerMentoringAction } from '../people-actions'
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
  const isShown = known.show === 'record'
  const own = await readiness(actor, {
    targetSlug: known.target,
    besideSlug: known.beside,
    record: isShown,
    mastery: true,
  })
  const { record, mastery } = own
  const stays = own.intent?.kind === 'stay'
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
            today={today}
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
                companions={own.companions}
                actions={planActions}
              />
            ))}
          </Section>
        )}
        {mastery && (stays || known.show === 'mastery') && (
          <Mastery
            {...mastery}
            trainings={own.trainings}
            proposed={own.proposed}
            names={names}
            ask={stepActions.ask}
            offer={offerMentoringAction}
          />
        )}
        {main && beside && main !== beside && (
          <Compare sides={[sideOf(main), sideOf(beside)]} names={names} />
        )}
        {main && !main.move && <Ways ways={own.ways} target={sideOf(main).title} names={names} />}
        <TargetList
          closed={stays && !asked}
          own={own}
          targets={targets}
          names={names}
          today={today}
          besideOf={(slug) => `${addressWith({ target: main?.position.slug, beside: slug })}#compare`}
          actions={{ ...stepActions, openPlan: openPlanAction }}
        />
        <p className="mb-8 flex flex-wrap gap-3">
          {!stays && known.show !== 'mastery' && (
            <LinkButton href={`${addressWith({ show: 'mastery' })}#mastery`} variant="quiet" icon="goal">
              {t('mastery')}
            </LinkButton>
          )}
          <LinkButton href={addressWith({ show: isShown ? null : 'record' })} variant="quiet" icon="history">
            {isShown ? t('recordHide') : t('record')}
          </LinkButton>
        </p>
        {record && (
          <PersonLevels personId={actor.personId} words={record.words} competences={[]} names={names} />
        )}
        {record && (
          <PersonEvidence
            personId={actor.personId}
            own
            shown={record.shown}
            today={today}
            record={recordEvidenceAction}
          />
        )}
      </Columns>
    </>
  )
}
