import { useFormatter, useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Status } from '#components/ui/status'
import type { DeliveryFault } from '#domain/idea-webhooks'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Webhook = {
  id: string
  url: string
  area: Text | null
  openedAt: string
  openedBy: string
  taken: number
  waiting: number
  lost: number
  last: { status: number | null; fault: DeliveryFault | null; at: string } | null
}
type Props = { webhooks: readonly Webhook[]; close: FormAction; locale: Locale }

/** Trackers that hear of ideas: where, of what, and whether they do hear. */
export function WebhookList({ webhooks, close, locale }: Props) {
  const t = useTranslations('ideas.trackers')
  const format = useFormatter()
  return (
    <ul className="rows" aria-label={t('title')}>
      {webhooks.map((webhook) => (
        <li key={webhook.id} className="grid gap-2 py-5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <strong className="break-all">{new URL(webhook.url).host}</strong>
            <LastOutcome last={webhook.last} />
          </p>
          <p className="text-small break-all text-soft">{webhook.url}</p>
          <p className="text-small text-soft">
            {webhook.area ? inLocale(webhook.area, locale) : t('allAreas')} ·{' '}
            {t('opened', {
              name: webhook.openedBy,
              day: format.dateTime(new Date(webhook.openedAt), { dateStyle: 'long' }),
            })}{' '}
            · {t('counts', { taken: webhook.taken, waiting: webhook.waiting, lost: webhook.lost })}
          </p>
          <Disclosure summary={t('close')}>
            <ActionForm
              action={close}
              label={t('closeNamed', { host: new URL(webhook.url).host })}
              className="grid justify-items-start gap-3"
            >
              <input type="hidden" name="webhookId" value={webhook.id} />
              <p>{t('closeNote')}</p>
              <PendingButton variant="danger" size="small">
                {t('close')}
              </PendingButton>
            </ActionForm>
          </Disclosure>
        </li>
      ))}
    </ul>
  )
}

function LastOutcome({ last }: { last: Webhook['last'] }) {
  const t = useTranslations('ideas.trackers')
  if (!last) return <Status>{t('silent')}</Status>
  if (last.fault) {
    return (
      <Status tone="bad" icon="warning">
        {t(`faults.${last.fault}`)}
      </Status>
    )
  }
  const taken = last.status !== null && last.status >= 200 && last.status < 300
  return taken ? (
    <Status tone="good" icon="done">
      {t('takes')}
    </Status>
  ) : (
    <Status tone="bad" icon="warning">
      {t('answers', { status: String(last.status ?? '') })}
    </Status>
  )
}
