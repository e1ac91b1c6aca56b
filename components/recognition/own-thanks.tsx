import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Status } from '#components/ui/status'
import { Time } from '#components/ui/time'
import type { THANKS_CHANNELS } from '#domain/customer-thanks'

type Channel = (typeof THANKS_CHANNELS)[number]
type Own = {
  id: string
  channel: Channel
  receivedOn: string
  text: string
  decision: 'wall' | 'keep' | null
}

/** A customer's own words for the reader alone, until they choose the wall. */
export function OwnThanks({ thanks, decide }: { thanks: readonly Own[]; decide: FormAction }) {
  const t = useTranslations('recognition')
  return (
    <ul className="wall" aria-label={t('thanks.own')}>
      {thanks.map(({ id, channel, receivedOn, text, decision }) => (
        <li key={id}>
          <article className="praise" data-look="wall">
            <blockquote className="praise-deed">{t('browser.quote', { deed: text })}</blockquote>
            <p className="mt-auto text-small text-soft">
              {t(`browser.channels.${channel}`)} · <Time at={`${receivedOn}T12:00:00Z`} look="full" />
            </p>
            {decision ? (
              <Status tone={decision === 'wall' ? 'festive' : 'neutral'}>
                {t(`thanks.${decision}Chosen`)}
              </Status>
            ) : (
              <ActionForm action={decide} label={t('thanks.decide')} className="flex flex-wrap gap-3">
                <input type="hidden" name="thanksId" value={id} />
                <PendingButton variant="festive" name="decision" value="wall" size="small">
                  {t('thanks.wall')}
                </PendingButton>
                <PendingButton variant="quiet" name="decision" value="keep" size="small">
                  {t('thanks.keep')}
                </PendingButton>
              </ActionForm>
            )}
          </article>
        </li>
      ))}
    </ul>
  )
}
