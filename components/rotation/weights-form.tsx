import { useTranslations } from 'next-intl'
import { WeightSlider } from '#components/rotation/weight-slider'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { AIMS, type DayWeights } from '#domain/rotation/day-weights'

/** What every new plan weighs, until a planner moves a slider for one. */
export function WeightsForm({ weights, set }: { weights: DayWeights; set: FormAction }) {
  const words = useTranslations('rotation')
  return (
    <ActionForm
      action={set}
      label={words('weights.title')}
      resetWhenDone={false}
      className="grid max-w-xl gap-6"
    >
      {AIMS.map((aim) => (
        <WeightSlider key={aim} name={aim} label={words(`aims.${aim}`)} usual={weights[aim]} />
      ))}
      <PendingButton className="justify-self-start">{words('weights.set')}</PendingButton>
    </ActionForm>
  )
}
