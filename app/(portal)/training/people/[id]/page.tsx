import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { TrainingRecordView } from '#components/training/record'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { isUuid } from '#domain/ids'
import { trainingRecord } from '#server/training/record-queries'
import { revokeCertificateAction } from '../../actions'

const readRecord = once(trainingRecord)

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ actor }, { id }, t] = await Promise.all([requireSession(), params, getTranslations('layout.lost')])
  const found = isUuid(id) ? await readRecord(actor, { personId: id }).catch(() => undefined) : undefined
  return { title: found?.name ?? t('title') }
}

/** What one of one's people is on and has passed. */
export default async function PersonTrainingPage({ params }: Props) {
  const [{ actor }, { id }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('training'),
  ])
  if (!isUuid(id)) notFound()
  const record = await seen(readRecord(actor, { personId: id }))
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
      <TrainingRecordView
        record={record}
        locale={locale}
        revoke={mayRevoke ? revokeCertificateAction : undefined}
      />
    </>
  )
}
