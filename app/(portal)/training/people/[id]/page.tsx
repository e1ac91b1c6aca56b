import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { LearnerChecks } from '#components/training/checks'
import { TrainingRecordView } from '#components/training/record'
import { WaiveForm } from '#components/training/waive-form'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { isUuid } from '#domain/ids'
import { dayIn } from '#domain/months'
import { listLearners } from '#server/training/check-queries'
import { listTrainings } from '#server/training/queries'
import { trainingRecord } from '#server/training/record-queries'
import { revokeCertificateAction, withdrawAssignmentAction } from '../../actions'
import { signChecksAction, undoCheckAction, waiveAction } from '../../desk-actions'

const readRecord = once(trainingRecord)

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ actor }, { id }, t] = await Promise.all([requireSession(), params, getTranslations('layout.lost')])
  const found = isUuid(id) ? await readRecord(actor, { personId: id }).catch(() => undefined) : undefined
  return { title: found?.name ?? t('title') }
}

/** What one of one's people is on and has passed. */
export default async function PersonTrainingPage({ params }: Props) {
  const [{ actor, timeZone }, { id }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('training'),
  ])
  if (!isUuid(id)) notFound()
  const mayWaive = mayEver(actor, 'training.complete') && id !== actor.personId
  const maySign = mayEver(actor, 'training.signCheck') && id !== actor.personId
  const [record, trainings, learners] = await Promise.all([
    seen(readRecord(actor, { personId: id })),
    mayWaive ? listTrainings(actor, { limit: 100 }) : null,
    maySign ? listLearners(actor, { personId: id }) : [],
  ])
  const mayAssign = mayEver(actor, 'training.withdrawAssignment') && id !== actor.personId
  const mayRevoke = mayEver(actor, 'training.revokeCertificate') && id !== actor.personId
  return (
    <>
      <PageHeader
        title={record.name}
        lead={t('mine.leadOther')}
        above={
          <Breadcrumbs
            trail={[
              { href: '/training', label: t('title') },
              { href: `/people/${id}`, label: record.name },
            ]}
          />
        }
      />
      <LearnerChecks
        learners={learners}
        now={new Date()}
        locale={locale}
        named={false}
        sign={signChecksAction}
        undo={undoCheckAction}
      />
      <TrainingRecordView
        record={record}
        locale={locale}
        withdraw={mayAssign ? withdrawAssignmentAction : undefined}
        revoke={mayRevoke ? revokeCertificateAction : undefined}
      />
      {trainings && (
        <WaiveForm
          personId={id}
          trainings={trainings.items}
          today={dayIn(new Date(), timeZone)}
          locale={locale}
          waive={waiveAction}
        />
      )}
    </>
  )
}
