import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { ApplicationList } from '#components/career/application-list'
import { ApplyForm, canApply, OpeningDates } from '#components/career/opening-list'
import { namesOf } from '#components/career/wording'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { LinkButton } from '#components/ui/link-button'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { ReasonForm } from '#components/ui/reason-form'
import { Section } from '#components/ui/section'
import { can } from '#domain/access'
import { isUuid } from '#domain/ids'
import { dayIn } from '#domain/months'
import { inLocale } from '#domain/text'
import { findOpening, listApplications } from '#server/career/opening-queries'
import { findPosition } from '#server/career/queries'
import { applyAction, cancelOpeningAction } from '../../actions'
import { applicationActions, mayDo } from '../../application-forms'

const readOpening = once(findOpening)

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ actor }, { id }, locale, t, lost] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('career.openings'),
    getTranslations('layout.lost'),
  ])
  const found = isUuid(id) ? await readOpening(actor, { openingId: id }).catch(() => undefined) : undefined
  return { title: found ? t('named', { title: inLocale(found.position.title, locale) }) : lost('title') }
}

export default async function OpeningPage({ params }: Props) {
  const [{ actor, timeZone }, { id }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('career.openings'),
  ])
  if (!isUuid(id)) notFound()
  const opening = await seen(readOpening(actor, { openingId: id }))
  const [{ items }, position] = await Promise.all([
    listApplications(actor, { openingId: id, limit: 100 }),
    findPosition(actor, { slug: opening.position.slug }).catch(() => null),
  ])
  const today = dayIn(new Date(), timeZone)
  const title = inLocale(opening.position.title, locale)
  const names = namesOf(locale, position?.competences ?? [], position?.trainings ?? [])
  const applications = items.map((row) => ({ ...row, may: mayDo(actor, row, opening) }))
  const mayCancel = can(actor, 'career.cancelOpening', { siteId: opening.site.id }) && !opening.cancelReason
  return (
    <>
      <PageHeader
        title={t('named', { title })}
        lead={opening.about ? inLocale(opening.about, locale) : undefined}
        above={<Breadcrumbs trail={[{ href: '/career/openings', label: t('title') }]} />}
        actions={
          <LinkButton href={`/career/path?target=${opening.position.slug}`} icon="goal">
            {t('whatIsMissing')}
          </LinkButton>
        }
      />
      <div className="mb-8 grid gap-4">
        <OpeningDates opening={opening} locale={locale} />
        {opening.cancelReason && (
          <Notice tone="warn">{t('cancelled', { reason: opening.cancelReason })}</Notice>
        )}
        {canApply(opening, today, actor.positionId) && (
          <ApplyForm openingId={opening.id} title={title} apply={applyAction} />
        )}
      </div>
      <Section id="applications" title={t('applications')} note={t('applicationsLead')}>
        {applications.length === 0 && <p className="text-soft">{t('noApplications')}</p>}
        <ApplicationList
          applications={applications}
          readerId={actor.personId}
          names={names}
          today={today}
          label={t('applications')}
          actions={applicationActions}
        />
      </Section>
      {mayCancel && (
        <ReasonForm
          action={cancelOpeningAction}
          title={t('cancel')}
          about={{ openingId: opening.id }}
          reason={t('reason')}
          hint={t('cancelHint')}
          send={t('cancelNow')}
          maxLength={1000}
          variant="danger"
        />
      )}
    </>
  )
}
