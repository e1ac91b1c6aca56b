import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { Time } from '#components/ui/time'
import { EQUIPMENT_KINDS } from '#domain/seating'

type Piece = { id: string; kind: string; name: string; since: string; until: string | null }
type Props = {
  workplaceId: string
  equipment: Piece[]
  /** Absent for who may only look. */
  doors?: { put: FormAction; remove: FormAction }
}

/** What stands at a seat and what stood there, with the dates of the change. */
export function EquipmentList({ workplaceId, equipment, doors }: Props) {
  const words = useTranslations('workplace.equipment')
  const kinds = EQUIPMENT_KINDS.map((value) => ({ value, label: words(`kinds.${value}`) }))
  return (
    <>
      {!equipment.length && <p className="text-soft">{words('none')}</p>}
      <ul className="rows">
        {equipment.map((piece) => (
          <li key={piece.id} className="row flex-wrap">
            <span className="min-w-0 flex-1">
              <span className={piece.until ? 'text-soft' : undefined}>
                {words(`kinds.${piece.kind as 'headset'}`)}: {piece.name}
              </span>
              <span className="block text-small text-soft">
                <Time at={piece.since} look="date" />
                {' – '}
                {piece.until ? <Time at={piece.until} look="date" /> : words('now')}
              </span>
            </span>
            {doors && !piece.until && (
              <ActionForm action={doors.remove} label={words('removeNamed', { name: piece.name })}>
                <input type="hidden" name="equipmentId" value={piece.id} />
                <PendingButton
                  variant="plain"
                  size="small"
                  aria-label={words('removeNamed', { name: piece.name })}
                >
                  {words('remove')}
                </PendingButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {doors && (
        <Disclosure summary={words('put')}>
          <ActionForm action={doors.put} label={words('put')} className="grid max-w-xl gap-4">
            <input type="hidden" name="workplaceId" value={workplaceId} />
            <Select name="kind" label={words('kind')} options={kinds} defaultValue="headset" required />
            <TextInput name="name" label={words('name')} maxLength={120} required />
            <PendingButton className="justify-self-start">{words('putNow')}</PendingButton>
          </ActionForm>
        </Disclosure>
      )}
    </>
  )
}
