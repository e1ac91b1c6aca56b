import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'

type Props = { planId: string; empty: boolean; touched: boolean; behind: boolean; start: FormAction }

/** The press over the board: the whole day where it is empty, else the rest around what was touched, or around what changed for people meanwhile. */
export function FixRest({ planId, empty, touched, behind, start }: Props) {
  const words = useTranslations('rotation')
  if (!empty && !touched && !behind) return null
  const around = behind ? 'behind' : 'fixRest'
  const kind = empty ? 'start' : around
  const label = words(`run.${kind}`)
  return (
    <ActionForm action={start} label={label} className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="planId" value={planId} />
      <input type="hidden" name="keeps" value={empty ? 'nothing' : 'touched'} />
      <input type="hidden" name="seconds" value={empty ? 10 : 5} />
      <PendingButton icon="rotation">{label}</PendingButton>
      <p className="min-w-0 grow basis-60 text-small text-soft">
        {words(empty ? 'run.note' : `run.${around}Note`)}
      </p>
    </ActionForm>
  )
}
