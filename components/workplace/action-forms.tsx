import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { PictureInput } from '#components/ui/picture-input'
import { RadioGroup, Segmented } from '#components/ui/radio-group'
import { Select } from '#components/ui/select'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import type { RoundInstrument } from '#components/workplace/instrument-select'
import { InstrumentSelect } from '#components/workplace/instrument-select'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

/** How the item of a round is measured again. */
export type MeasuredItem = {
  type: string
  unit: string | null
  scaleMin: number | null
  scaleMax: number | null
  options: { key: string; label: Text }[]
  instruments: RoundInstrument[]
}
export type ActionDoors = { close: FormAction; verify: FormAction; assign: FormAction; accept: FormAction }
export type Mender = { id: string; name: string }
/** What this reader may do with an action. */
export type May = { close: boolean; verify: boolean; assign: boolean; accept: boolean }

type Props = {
  id: string
  title: string
  item: MeasuredItem | null
  may: May
  menders: Mender[]
  assigneeId: string | null
  locale: Locale
  doors: ActionDoors
}

/** The next things that a reader may do with an action, each folded until it is wanted. */
export function ActionForms(props: Props) {
  const { may } = props
  return (
    <div className="grid">
      {may.close && <CloseForm {...props} />}
      {may.verify && <VerifyForm {...props} />}
      {may.assign && <AssignForm {...props} />}
      {may.accept && <AcceptForm {...props} />}
    </div>
  )
}

function CloseForm({ id, title, doors }: Props) {
  const words = useTranslations('workplace')
  return (
    <Disclosure summary={words('close')}>
      <ActionForm action={doors.close} label={words('closeNamed', { title })} className="grid max-w-xl gap-4">
        <input type="hidden" name="actionId" value={id} />
        <TextArea name="note" label={words('closeNote')} maxLength={500} rows={2} required />
        <PictureInput
          name="fileIds"
          room="workplace"
          camera
          label={words('photo')}
          hint={words('photoHint')}
        />
        <PendingButton className="justify-self-start">{words('closeNow')}</PendingButton>
      </ActionForm>
    </Disclosure>
  )
}

function VerifyForm({ id, title, item, locale, doors }: Props) {
  const words = useTranslations('workplace')
  return (
    <Disclosure summary={words('verify')}>
      <ActionForm
        action={doors.verify}
        label={words('verifyNamed', { title })}
        className="grid max-w-xl gap-4"
      >
        <input type="hidden" name="actionId" value={id} />
        <Again item={item} title={title} locale={locale} />
        <TextArea name="note" label={words('verifyNote')} maxLength={500} rows={2} />
        <PendingButton className="justify-self-start">{words('verifyNow')}</PendingButton>
      </ActionForm>
    </Disclosure>
  )
}

function Again({ item, title, locale }: Pick<Props, 'item' | 'title' | 'locale'>) {
  const words = useTranslations('workplace')
  const outcomes = (['verified', 'returned'] as const).map((value) => ({
    value,
    label: words(`outcomeOf.${value}`),
  }))
  if (!item) return <Segmented name="outcome" label={words('verifyQuestion')} options={outcomes} required />
  const hint = words('measureAgain')
  if (item.type === 'number') {
    const label = words('round.withUnit', { label: title, unit: item.unit ?? '' })
    return (
      <>
        <TextInput name="number" label={label} hint={hint} inputMode="decimal" required />
        <InstrumentSelect name="instrumentId" instruments={item.instruments} />
      </>
    )
  }
  const steps = (item.scaleMax ?? 0) - (item.scaleMin ?? 0) + 1
  const picks =
    item.type === 'yes-no'
      ? (['yes', 'no'] as const).map((value) => ({ value: value as string, label: words(`round.${value}`) }))
      : Array.from({ length: item.type === 'scale' ? steps : 0 }, (_, index) => {
          const value = (item.scaleMin ?? 0) + index
          return { value: `scale:${value}`, label: `${value}` }
        })
  const choices = item.options.map(({ key, label }) => ({
    value: `choice:${key}`,
    label: inLocale(label, locale),
  }))
  return choices.length ? (
    <RadioGroup name="pick" label={title} hint={hint} options={choices} required />
  ) : (
    <Segmented name="pick" label={title} hint={hint} options={picks} required />
  )
}

function AssignForm({ id, title, menders, assigneeId, doors }: Props) {
  const words = useTranslations('workplace')
  return (
    <Disclosure summary={words('assign')}>
      <ActionForm
        action={doors.assign}
        label={words('assignNamed', { title })}
        className="grid max-w-xl gap-4"
      >
        <input type="hidden" name="actionId" value={id} />
        <Select
          name="assigneeId"
          label={words('assignee')}
          options={menders.map((one) => ({ value: one.id, label: one.name }))}
          defaultValue={assigneeId ?? undefined}
          placeholder={words('choosePerson')}
          required
        />
        <PendingButton className="justify-self-start">{words('assignNow')}</PendingButton>
      </ActionForm>
    </Disclosure>
  )
}

function AcceptForm({ id, title, doors }: Props) {
  const words = useTranslations('workplace')
  return (
    <Disclosure summary={words('accept')}>
      <ActionForm
        action={doors.accept}
        label={words('acceptNamed', { title })}
        className="grid max-w-xl gap-4"
      >
        <input type="hidden" name="actionId" value={id} />
        <TextArea
          name="reason"
          label={words('acceptReason')}
          hint={words('acceptHint')}
          maxLength={500}
          rows={3}
          required
        />
        <PendingButton variant="danger" className="justify-self-start">
          {words('acceptNow')}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}
