import { useFormatter, useTranslations } from 'next-intl'
import { Checkbox } from '#components/ui/checkbox'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { PersonPicker } from '#components/ui/person-picker'
import { ReasonForm } from '#components/ui/reason-form'
import { TextArea } from '#components/ui/text-area'
import { Time } from '#components/ui/time'
import type { THANKS_CHANNELS } from '#domain/customer-thanks'

type Channel = (typeof THANKS_CHANNELS)[number]
type Waiting = {
  id: string
  channel: Channel
  reference: string
  receivedOn: string
  text: string
  proposed: string
  names: readonly string[]
  enteredBy: string
}
type Props = {
  thanks: readonly Waiting[]
  people: readonly { id: string; name: string; detail?: string }[]
  passOn?: FormAction
  setAside: FormAction
}

/** What waits to be passed on: the letter as it came, the words to send, whom to. */
export function WaitingThanks({ thanks, people, passOn, setAside }: Props) {
  const t = useTranslations('recognition')
  const format = useFormatter()
  return (
    <ol className="rows">
      {thanks.map((one) => (
        <li key={one.id} className="grid gap-4 py-6">
          <p className="text-small text-soft">
            {t(`browser.channels.${one.channel}`)} · {one.reference} ·{' '}
            <Time at={`${one.receivedOn}T12:00:00Z`} look="full" /> ·{' '}
            {t('thanks.enteredBy', { name: one.enteredBy })}
          </p>
          <blockquote className="max-w-[72ch]">{t('browser.quote', { deed: one.text })}</blockquote>
          {passOn && (
            <ActionForm action={passOn} label={t('thanks.passOn')} className="grid max-w-[72ch] gap-4">
              <input type="hidden" name="thanksId" value={one.id} />
              <PersonPicker name="operatorId" label={t('thanks.operator')} people={[...people]} required />
              <TextArea
                name="text"
                label={t('thanks.clean')}
                hint={t('thanks.cleanHint')}
                defaultValue={one.proposed}
                maxLength={2000}
                rows={4}
                required
              />
              {one.names.length > 0 && (
                <Notice tone="warn">{t('thanks.likeNames', { names: format.list([...one.names]) })}</Notice>
              )}
              <Checkbox
                name="namesHidden"
                label={t('thanks.namesHidden')}
                hint={t('thanks.namesHiddenHint')}
                required
              />
              <PendingButton variant="festive" icon="heart" className="justify-self-start">
                {t('thanks.passOn')}
              </PendingButton>
            </ActionForm>
          )}
          <ReasonForm
            action={setAside}
            title={t('thanks.setAside')}
            about={{ thanksId: one.id }}
            reason={t('thanks.asideReason')}
            hint={t('thanks.asideHint')}
          />
        </li>
      ))}
    </ol>
  )
}
