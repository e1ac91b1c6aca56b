import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'

type Props = { teamId: string; onDate: string; open: FormAction; again?: boolean }

/** Begins a draft of the day; `again` where people were told one already. */
export function BeginPlan({ teamId, onDate, open, again = false }: Props) {
  const words = useTranslations('rotation')
  const label = words(again ? 'replan' : 'openPlan')
  return (
    <ActionForm action={open} label={label} className="my-4 grid gap-2">
      <input type="hidden" name="teamId" value={teamId} />
      <input type="hidden" name="onDate" value={onDate} />
      <p className="text-soft">{words(again ? 'replanNote' : 'openPlanNote')}</p>
      <PendingButton className="justify-self-start" variant={again ? 'quiet' : 'primary'}>
        {label}
      </PendingButton>
    </ActionForm>
  )
}
