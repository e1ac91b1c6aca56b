import { useTranslations } from 'next-intl'
import { PreviewResult } from '#components/rotation/preview-result'
import { WeightSlider } from '#components/rotation/weight-slider'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { RadioGroup } from '#components/ui/radio-group'
import { Select } from '#components/ui/select'
import { AIMS, type DayWeights } from '#domain/rotation/day-weights'

const SECONDS = [5, 10, 20, 60]

type Props = {
  planId: string
  hasBlocks: boolean
  usual: DayWeights
  /** What the draft that is there was made with. */
  made?: DayWeights
  start: FormAction
}

/** One press for a draft of the whole day; the weights are HR's until they are moved for this plan, and then stay where they were. */
export function RunForm({ planId, hasBlocks, usual, made, start }: Props) {
  const words = useTranslations('rotation')
  return (
    <ActionForm action={start} label={words('run.title')} className="grid gap-4" resetWhenDone={false}>
      <input type="hidden" name="planId" value={planId} />
      {hasBlocks && (
        <RadioGroup
          name="keeps"
          label={words('run.keeps')}
          defaultValue="nothing"
          options={(['nothing', 'touched', 'blocks'] as const).map((value) => ({
            value,
            label: words(`run.keep.${value}`),
          }))}
        />
      )}
      <Select
        name="seconds"
        label={words('run.seconds')}
        defaultValue="10"
        required
        options={SECONDS.map((seconds) => ({
          value: String(seconds),
          label: words('run.secondsOf', { seconds }),
        }))}
      />
      <Disclosure summary={words('run.weights')}>
        <p className="mb-4 text-small text-soft">{words('run.weightsNote')}</p>
        <div className="grid gap-4">
          {AIMS.map((aim) => (
            <WeightSlider
              key={aim}
              name={aim}
              label={words(`aims.${aim}`)}
              usual={usual[aim]}
              begun={made?.[aim]}
            />
          ))}
        </div>
      </Disclosure>
      <div className="flex flex-wrap gap-3">
        <PendingButton icon="rotation">{words('run.start')}</PendingButton>
        <PendingButton variant="quiet" name="preview" value="on">
          {words('run.preview')}
        </PendingButton>
      </div>
      <PreviewResult />
      <p className="text-small text-soft">{words('run.note')}</p>
    </ActionForm>
  )
}
