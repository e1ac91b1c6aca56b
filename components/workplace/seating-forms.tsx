import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'

export function AddRoomForm({ siteId, add }: { siteId: string; add: FormAction }) {
  const words = useTranslations('workplace.editor')
  return (
    <ActionForm action={add} label={words('addRoom')} className="grid max-w-xl gap-4">
      <input type="hidden" name="siteId" value={siteId} />
      <BilingualInput
        name="title"
        labels={{ uk: words('roomTitle'), en: words('roomTitleEn') }}
        maxLength={80}
        required
      />
      <TextInput name="code" label={words('roomCode')} maxLength={12} required />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput name="width" label={words('width')} type="number" min={1} max={200} step={0.1} required />
        <TextInput name="depth" label={words('depth')} type="number" min={1} max={200} step={0.1} required />
      </div>
      <PendingButton icon="add" className="justify-self-start">
        {words('addRoom')}
      </PendingButton>
    </ActionForm>
  )
}

export function AddSeatForm({ roomId, title, add }: { roomId: string; title: string; add: FormAction }) {
  const words = useTranslations('workplace.editor')
  return (
    <Disclosure summary={words('addSeat')}>
      <ActionForm action={add} label={words('addSeatNamed', { title })} className="grid max-w-xl gap-4">
        <input type="hidden" name="roomId" value={roomId} />
        <TextInput name="code" label={words('seatCode')} maxLength={12} required />
        <PendingButton icon="add" className="justify-self-start">
          {words('addSeat')}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}

type RetireProps = { title: string; seats: { id: string; code: string }[]; retire: FormAction }

/** Only where nobody sits. */
export function RetireSeatForm({ title, seats, retire }: RetireProps) {
  const words = useTranslations('workplace.editor')
  if (!seats.length) return null
  return (
    <Disclosure summary={words('retire')}>
      <ActionForm action={retire} label={words('retireNamed', { title })} className="grid max-w-xl gap-4">
        <Select
          name="workplaceId"
          label={words('seatCode')}
          options={seats.map(({ id, code }) => ({ value: id, label: code }))}
          required
        />
        <PendingButton variant="danger" className="justify-self-start">
          {words('retire')}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}
