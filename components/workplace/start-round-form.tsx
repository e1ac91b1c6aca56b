import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { type Checklist, ChecklistSelect, type Seat, SeatSelect } from '#components/workplace/round-fields'
import type { Locale } from '#domain/text'

type Props = { checklists: readonly Checklist[]; places: readonly Seat[]; locale: Locale; start: FormAction }

/** Which checklist, which seat; the round begins. */
export function StartRoundForm({ checklists, places, locale, start }: Props) {
  const words = useTranslations('workplace')
  return (
    <ActionForm action={start} label={words('startTitle')} className="grid max-w-xl gap-4">
      <ChecklistSelect checklists={checklists} locale={locale} />
      <SeatSelect seats={places} locale={locale} required />
      <PendingButton icon="round" className="justify-self-start">
        {words('startNow')}
      </PendingButton>
    </ActionForm>
  )
}
