import { useFormatter, useTranslations } from 'next-intl'
import type { ShownPlan } from '#components/career/plan-card'
import type { PlanActions } from '#components/career/plan-steps'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import { PendingButton } from '#components/ui/pending-button'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'

type Props = {
  plan: ShownPlan
  readerId: string
  own: boolean
  title: string
  today: string
  firstCheckInOn: string
  actions: PlanActions
}

/** The talks of the two: when, what each wrote, when next. The notes are read by these two alone. */
export function CheckIns(props: Props) {
  const { plan, readerId, own, title, today, firstCheckInOn, actions } = props
  const t = useTranslations('career.checkIns')
  const format = useFormatter()
  const day = (on: string) => format.dateTime(new Date(on), { day: 'numeric', month: 'long' })
  const isOfTwo = own || readerId === plan.companion?.id
  return (
    <div>
      <h4 className="font-semibold">{t('title')}</h4>
      {plan.checkIns.length === 0 && <p className="text-soft">{t('none')}</p>}
      <ul className="rows">
        {plan.checkIns.map(({ id, heldOn, notes }) => (
          <li key={id} className="grid gap-2 py-3">
            <p className="font-semibold">{day(heldOn)}</p>
            {notes.map(({ authorId, author, body }) => (
              <p key={authorId} className="max-w-[72ch] whitespace-pre-line">
                <span className="text-soft">{author}: </span>
                {body}
              </p>
            ))}
            {isOfTwo && !notes.some(({ authorId }) => authorId === readerId) && (
              <ActionForm
                action={actions.writeNote}
                label={t('noteOn', { date: day(heldOn) })}
                className="grid max-w-xl gap-3"
              >
                <input type="hidden" name="checkInId" value={id} />
                <TextArea name="note" label={t('ownNote')} rows={2} maxLength={2000} required />
                <PendingButton variant="quiet" size="small" className="justify-self-start">
                  {t('saveNote')}
                </PendingButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {plan.state === 'agreed' && (
        <Disclosure summary={t('record')}>
          <ActionForm
            action={actions.holdCheckIn}
            label={t('recordNamed', { title })}
            className="grid max-w-xl gap-4"
          >
            <input type="hidden" name="planId" value={plan.id} />
            <TextInput
              name="heldOn"
              type="date"
              max={today}
              label={t('heldOn')}
              defaultValue={today}
              required
            />
            <TextInput name="nextOn" type="date" label={t('nextOn')} defaultValue={firstCheckInOn} required />
            <TextArea name="note" label={t('ownNote')} hint={t('noteHint')} rows={3} maxLength={2000} />
            <PendingButton className="justify-self-start">{t('save')}</PendingButton>
          </ActionForm>
        </Disclosure>
      )}
    </div>
  )
}
