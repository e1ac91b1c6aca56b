import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { PictureInput } from '#components/ui/picture-input'
import { RadioGroup } from '#components/ui/radio-group'
import { TextArea } from '#components/ui/text-area'
import { FAULT_KINDS } from '#domain/workplace'

/** Two taps: what is broken, and send. A few words are welcome and not asked for. */
export function FaultForm({ report }: { report: FormAction }) {
  const words = useTranslations('workplace')
  const kinds = FAULT_KINDS.map((kind) => ({ value: kind, label: words(`faults.${kind}`) }))
  return (
    <ActionForm action={report} label={words('faultTitle')} className="grid gap-4">
      <RadioGroup name="kind" label={words('faultKind')} options={kinds} required />
      <Disclosure summary={words('faultMore')}>
        <TextArea name="note" label={words('faultNote')} maxLength={500} rows={3} />
        <div className="mt-4">
          <PictureInput
            name="fileIds"
            room="workplace"
            camera
            label={words('photo')}
            hint={words('photoHint')}
          />
        </div>
      </Disclosure>
      <PendingButton icon="wrench" className="justify-self-start">
        {words('faultSend')}
      </PendingButton>
    </ActionForm>
  )
}
