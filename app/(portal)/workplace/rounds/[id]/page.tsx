import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Words } from '#components/layout/words'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Icon } from '#components/ui/icon'
import { KeyValues } from '#components/ui/key-values'
import { LinkButton } from '#components/ui/link-button'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { Time } from '#components/ui/time'
import { LiveRound } from '#components/workplace/live-round'
import { ReviewForm } from '#components/workplace/review-form'
import type { Verdict } from '#components/workplace/round-result'
import { RoundResult, VerdictStatus } from '#components/workplace/round-result'
import { can } from '#domain/access'
import { isUuid } from '#domain/ids'
import { inLocale } from '#domain/text'
import { showRound } from '#server/workplace/form-queries'
import {
  answerSectionAction,
  photographItemAction,
  reviewRoundAction,
  submitRoundAction,
} from '../../actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata() {
  const t = await getTranslations('workplace')
  return { title: t('roundTitle') }
}

export default async function RoundPage({ params }: Props) {
  const [{ actor }, { id }, locale, t, format] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('workplace'),
    getFormatter(),
  ])
  if (!isUuid(id)) notFound()
  const round = await seen(showRound(actor, { inspectionId: id }))
  const { sections, score, verdict } = round
  const place = {
    seat: round.seat ?? '',
    room: inLocale(round.room, locale),
    site: inLocale(round.site, locale),
  }
  const open = round.status === 'in-progress' || round.status === 'returned'
  const percent = (share: number | null) =>
    share === null ? '–' : format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  const mayReview =
    round.status === 'submitted' &&
    round.kind === 'inspection' &&
    !round.doneBy.includes(actor.personId) &&
    can(actor, 'workplace.reviewRound', { teamId: round.teamId, siteId: round.siteId })
  const facts = [
    { label: t('review.status'), value: t(`review.statuses.${round.status as 'submitted'}`) },
    { label: t('result'), value: verdict ? <VerdictStatus verdict={verdict as Verdict} /> : '–' },
    { label: t('scoreColumn'), value: percent(score) },
    { label: t('completeness'), value: percent(round.completeness) },
    { label: t('inspector'), value: round.startedBy },
    { label: t('submittedAt'), value: <Time at={round.submittedAt ?? round.startedAt} look="moment" /> },
  ]
  return (
    <>
      <PageHeader
        title={t(round.seat ? 'placeSeat' : 'placeRoom', place)}
        lead={t('roundLead', { title: inLocale(round.checklist, locale), version: round.version })}
        above={<Breadcrumbs trail={[{ href: '/workplace/rounds', label: t('roundsTitle') }]} />}
        actions={
          !open && (
            <>
              <a href={`/api/rounds/${round.id}`} className="button" data-variant="quiet">
                <Icon name="document" />
                {t('report.link')}
              </a>
              <LinkButton href="/workplace/actions">{t('actionsTitle')}</LinkButton>
            </>
          )
        }
      />
      {open ? (
        <Words namespaces={['workplace.round', 'workplace.sheet', 'ui.browser']}>
          {round.returned && (
            <div className="mb-8 max-w-xl">
              <Notice tone="warn">
                {t('review.returnedBy', { name: round.returned.by, note: round.returned.note })}
              </Notice>
            </div>
          )}
          <LiveRound
            round={{ ...round, personId: actor.personId }}
            locale={locale}
            answer={answerSectionAction}
            submit={submitRoundAction}
            photograph={photographItemAction}
          />
        </Words>
      ) : (
        <>
          <div className="mb-10">
            <KeyValues rows={facts} />
          </div>
          {mayReview && (
            <Section id="review" title={t('review.title')} note={t('review.lead')}>
              <ReviewForm id={round.id} review={reviewRoundAction} />
            </Section>
          )}
          <RoundResult sections={sections} locale={locale} />
        </>
      )}
    </>
  )
}
