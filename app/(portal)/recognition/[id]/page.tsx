import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Words } from '#components/layout/words'
import { PraiseCard } from '#components/recognition/praise-card'
import { praiseRow } from '#components/recognition/praise-rows'
import { Reactions } from '#components/recognition/reactions'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { PrintButton } from '#components/ui/print-button'
import { ReasonForm } from '#components/ui/reason-form'
import { mayEver } from '#domain/access'
import { isUuid } from '#domain/ids'
import { showPraise } from '#server/recognition/queries'
import { reactAction, reportPraiseAction, revokePraiseAction } from '../actions'

const readPraise = once(showPraise)

type Props = { params: Promise<{ id: string }> }

const load = async ({ params }: Props) => {
  const [{ actor }, { id }] = await Promise.all([requireSession(), params])
  if (!isUuid(id)) notFound()
  return seen(readPraise(actor, { praiseId: id }))
}

export async function generateMetadata(props: Props) {
  const [praise, t] = await Promise.all([load(props), getTranslations('recognition')])
  return { title: t('browser.card', { name: praise.receiver.name }) }
}

/** A praise that stands alone, as one would print it and hang it up. */
export default async function PraisePage(props: Props) {
  const [praise, { actor }, locale, t] = await Promise.all([
    load(props),
    requireSession(),
    getLocale(),
    getTranslations('recognition'),
  ])
  const { href: _here, ...row } = praiseRow(praise, locale)
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t('browser.card', { name: row.receiver.name })}
          actions={<PrintButton label={t('print')} />}
          above={<Breadcrumbs trail={[{ href: '/recognition', label: t('title') }]} />}
        />
      </div>
      <Words namespaces={['recognition.browser', 'ui.browser']}>
        <PraiseCard praise={row} look="poster">
          <Reactions praiseId={row.id} name={row.receiver.name} joined={row.joined} react={reactAction} />
        </PraiseCard>
      </Words>
      <div className="no-print mt-8 grid gap-2">
        {praise.report && <Notice>{t(`report.${praise.report}`)}</Notice>}
        {!praise.report && praise.giver?.id !== actor.personId && (
          <ReasonForm
            action={reportPraiseAction}
            title={t('report.title')}
            about={{ praiseId: row.id }}
            reason={t('report.reason')}
            hint={t('report.hint')}
            send={t('report.send')}
          />
        )}
        {mayEver(actor, 'recognition.revoke') && (
          <ReasonForm
            action={revokePraiseAction}
            title={t('revoke.title')}
            about={{ praiseId: row.id }}
            reason={t('revoke.reason')}
            hint={t('revoke.hint')}
            variant="danger"
          />
        )}
      </div>
    </>
  )
}
