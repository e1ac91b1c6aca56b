import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { openWebhookAction } from '#app/_next/webhook-secret'
import { WebhookForm } from '#components/ideas/webhook-form'
import { WebhookList } from '#components/ideas/webhook-list'
import { Words } from '#components/layout/words'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { boxAround } from '#server/ideas/box-queries'
import { listWebhooks } from '#server/ideas/webhook-queries'
import { closeWebhookAction } from '../area-actions'

export async function generateMetadata() {
  const [{ actor }, t] = await Promise.all([requireSession(), getTranslations('ideas.trackers')])
  if (!mayEver(actor, 'ideas.webhooks')) notFound()
  return { title: t('title') }
}

export default async function TrackersPage() {
  const [{ actor }, locale, t, ideas] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('ideas.trackers'),
    getTranslations('ideas'),
  ])
  const [webhooks, { areas }] = await Promise.all([seen(listWebhooks(actor, {})), boxAround(actor, {})])
  const trail = [
    { href: '/ideas', label: ideas('title') },
    { href: '/ideas/areas', label: ideas('areasPage.title') },
  ]
  return (
    <Words namespaces={['ui.browser']}>
      <PageHeader title={t('title')} lead={t('lead')} above={<Breadcrumbs trail={trail} />} />
      {webhooks.length === 0 ? (
        <EmptyState icon="network" title={t('empty')} lead={t('emptyLead')} />
      ) : (
        <WebhookList webhooks={webhooks} close={closeWebhookAction} locale={locale} />
      )}
      <div className="mt-12">
        <WebhookForm action={openWebhookAction} areas={areas} locale={locale} />
      </div>
    </Words>
  )
}
