import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { KeyValues } from '#components/ui/key-values'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { Time } from '#components/ui/time'
import { RoundForm } from '#components/workplace/round-form'
import type { Verdict } from '#components/workplace/round-result'
import { RoundResult, VerdictStatus } from '#components/workplace/round-result'
import { isUuid } from '#domain/ids'
import { inLocale } from '#domain/text'
import { showRound } from '#server/workplace/form-queries'
import { answerSectionAction, submitRoundAction } from '../../actions'

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
  const facts = [
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
        actions={!open && <LinkButton href="/workplace/actions">{t('actionsTitle')}</LinkButton>}
      />
      {open ? (
        <RoundForm
          id={round.id}
          sections={sections}
          locale={locale}
          answer={answerSectionAction}
          submit={submitRoundAction}
        />
      ) : (
        <>
          <div className="mb-10">
            <KeyValues rows={facts} />
          </div>
          <RoundResult sections={sections} locale={locale} />
        </>
      )}
    </>
  )
}
