import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { PersonPicker } from '#components/ui/person-picker'
import { Section } from '#components/ui/section'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import type { Text } from '#domain/text'

type Props = {
  session: {
    id: string
    /** On the wall clock of the site. */
    date: string
    time: string
    minutes: number
    seats: number
    place: Text
    trainerId: string | null
  }
  trainers: { id: string; name: string }[]
  change: FormAction
  cancel: FormAction
}

/** A session is moved or cancelled with a reason; all concerned are told at once. */
export function ChangeSessionForms({ session, trainers, change, cancel }: Props) {
  const t = useTranslations('training.session')
  const words = useTranslations('training.centre')
  return (
    <Section id="change" title={t('change')}>
      <Disclosure summary={t('changeSummary')}>
        <ActionForm
          action={change}
          label={t('changeSummary')}
          resetWhenDone={false}
          className="grid max-w-2xl gap-5"
        >
          <input type="hidden" name="sessionId" value={session.id} />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextInput name="date" type="date" label={words('date')} defaultValue={session.date} required />
            <TextInput name="time" type="time" label={words('time')} defaultValue={session.time} required />
            <TextInput
              name="minutes"
              type="number"
              min={15}
              label={words('minutes')}
              defaultValue={String(session.minutes)}
              required
            />
            <TextInput
              name="seats"
              type="number"
              min={1}
              max={500}
              label={words('seats')}
              defaultValue={String(session.seats)}
              required
            />
            <TextInput
              name="place.uk"
              label={words('place')}
              defaultValue={session.place.uk}
              maxLength={100}
              required
            />
            <TextInput
              name="place.en"
              label={words('placeEn')}
              defaultValue={session.place.en}
              maxLength={100}
            />
            <PersonPicker
              name="trainerId"
              label={words('trainer')}
              people={trainers}
              defaultValue={session.trainerId ?? undefined}
            />
          </div>
          <div>
            <TextArea
              name="reason"
              label={t('moveReason')}
              hint={t('moveReasonHint')}
              rows={2}
              maxLength={500}
            />
          </div>
          <PendingButton className="justify-self-start">{t('changeNow')}</PendingButton>
        </ActionForm>
      </Disclosure>
      <Disclosure summary={t('cancel')}>
        <ActionForm action={cancel} label={t('cancel')} className="grid max-w-xl gap-4">
          <input type="hidden" name="sessionId" value={session.id} />
          <TextArea
            name="reason"
            label={words('reason')}
            hint={t('cancelHint')}
            rows={2}
            maxLength={500}
            required
          />
          <PendingButton variant="danger" className="justify-self-start">
            {t('cancelNow')}
          </PendingButton>
        </ActionForm>
      </Disclosure>
    </Section>
  )
}
