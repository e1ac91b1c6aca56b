import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Segmented } from '#components/ui/radio-group'
import { DRINKS } from '#domain/workplace'

export type Tea = {
  roundId: string
  plannedAt: string
  drink: (typeof DRINKS)[number] | null
  sugar: number | null
}

const SUGARS = ['0', '1', '2', '3']

/** The next tea: order, change, or take back. Without an order the round passes by in silence. */
export function TeaForm({ tea, order, skip }: { tea: Tea; order: FormAction; skip: FormAction }) {
  const words = useTranslations('workplace.tea')
  const format = useFormatter()
  const time = format.dateTime(new Date(tea.plannedAt), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const drinks = DRINKS.map((drink) => ({ value: drink, label: words(`drinks.${drink}`) }))
  return (
    <div className="grid gap-4">
      <p>
        {tea.drink
          ? words('ordered', { time, drink: words(`drinks.${tea.drink}`) })
          : words('next', { time })}
      </p>
      <ActionForm action={order} label={words('title')} resetWhenDone={false} className="grid gap-4">
        <input type="hidden" name="roundId" value={tea.roundId} />
        <Segmented
          name="drink"
          label={words('drink')}
          options={drinks}
          defaultValue={tea.drink ?? 'tea'}
          required
        />
        <Segmented
          name="sugar"
          label={words('sugar')}
          options={SUGARS.map((value) => ({ value, label: value }))}
          defaultValue={String(tea.sugar ?? 0)}
        />
        <PendingButton icon="tea" className="justify-self-start">
          {words(tea.drink ? 'change' : 'order')}
        </PendingButton>
      </ActionForm>
      {tea.drink && (
        <ActionForm action={skip} label={words('skip')} className="grid gap-2">
          <input type="hidden" name="roundId" value={tea.roundId} />
          <PendingButton variant="quiet" className="justify-self-start">
            {words('skip')}
          </PendingButton>
        </ActionForm>
      )}
    </div>
  )
}
