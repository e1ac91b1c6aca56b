import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { ActingForm } from '#components/career/acting-form'
import { MentorForm } from '#components/career/mentor-form'
import { PersonEvidence } from '#components/career/person-evidence'
import { PersonLevels } from '#components/career/person-levels'
import { PlanCard } from '#components/career/plan-card'
import { TargetList } from '#components/career/target-list'
import { namesOf } from '#components/career/wording'
import { Columns } from '#components/layout/columns'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { can } from '#domain/access'
import { isUuid } from '#domain/ids'
import { addDays, dayIn } from '#domain/months'
import { FIRST_CHECK_IN_DAYS } from '#domain/plans'
import { inLocale } from '#domain/text'
import { readiness } from '#server/career/own-queries'
import {
  actAction,
  answerAssessmentAction,
  assessAction,
  recordEvidenceAction,
  verifyEvidenceAction,
} from '../../actions'
import { assignMentorAction } from '../../people-actions'
import { planActions } from '../../plan-forms'

const readCareer = once(readiness)

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ actor }, { id }, t, lost] = await Promise.all([
    requireSession(),
    params,
    getTranslations('career.team'),
    getTranslations('layout.lost'),
  ])
  if (!isUuid(id) || id === actor.personId) return { title: lost('title') }
  const found = await readCareer(actor, { personId: id, record: true }).catch(() => undefined)
  return { title: found ? t('personTitle', { name: found.name }) : lost('title') }
}

/** Somebody's way as their supervisor or mentor goes along it: what they wish, plan, have shown and wait for. */
export default async function TeamMemberPage({ params }: Props) {
  const [{ actor, timeZone }, { id }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('career'),
  ])
  if (!isUuid(id) || id === actor.personId) notFound()
  const found = await seen(readCareer(actor, { personId: id, record: true }))
  const { record } = found
  const titled = found.positions.map(({ positionId, title }) => ({ id: positionId, title }))
  const names = namesOf(locale, titled, found.competences, found.trainings)
  const today = dayIn(new Date(), timeZone)
  const subject = { people: [id], teamId: found.teamId, siteId: found.siteId }
  const mayAssess = can(actor, 'career.assess', subject)
  const wanted = found.intent ? t(`team.wishes.${found.intent.kind}`) : t('team.noWish')
  const to = names.title(found.intent?.targetId ?? null)
  const wish = to ? t('team.wishTo', { wish: wanted, title: to }) : wanted
  return (
    <>
      <PageHeader
        title={t('team.personTitle', { name: found.name })}
        lead={[found.position ? inLocale(found.position, locale) : '', found.led ? wish : '']
          .filter(Boolean)
          .join(' · ')}
        above={<Breadcrumbs trail={[{ href: '/career/team', label: t('tabs.team') }]} />}
      />
      <Columns
        aside={
          <>
            {record && (
              <>
                <PersonEvidence
                  personId={id}
                  own={false}
                  shown={record.shown}
                  today={today}
                  record={recordEvidenceAction}
                  verify={mayAssess ? verifyEvidenceAction : undefined}
                />
                <MentorForm
                  personId={id}
                  mentor={record.mentor}
                  mentors={record.mentors}
                  today={today}
                  assign={can(actor, 'people.assignMentor', subject) ? assignMentorAction : undefined}
                />
              </>
            )}
            {can(actor, 'career.act', subject) && (
              <ActingForm
                personId={id}
                ownId={found.positionId}
                positions={found.positions}
                locale={locale}
                today={today}
                save={actAction}
              />
            )}
          </>
        }
      >
        <Section id="plans" title={t('team.plans')}>
          {found.plans.length === 0 && <p className="text-soft">{t('team.noPlans')}</p>}
          {found.plans.map((plan) => (
            <PlanCard
              key={plan.id}
              plan={plan}
              readerId={actor.personId}
              own={false}
              today={today}
              firstCheckInOn={addDays(today, FIRST_CHECK_IN_DAYS)}
              names={names}
              actions={planActions}
            />
          ))}
        </Section>
        {record && (
          <PersonLevels
            personId={id}
            words={record.words}
            competences={found.competences}
            names={names}
            answer={mayAssess ? answerAssessmentAction : undefined}
            assess={mayAssess ? assessAction : undefined}
          />
        )}
        <TargetList own={found} targets={found.targets} names={names} today={today} />
      </Columns>
    </>
  )
}
