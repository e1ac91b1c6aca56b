import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { RadioGroup } from '#components/ui/radio-group'
import { CHECKLIST_KINDS } from '#domain/checklists'

export function NewChecklistForm({ add }: { add: FormAction }) {
  const words = useTranslations('workplace.template')
  return (
    <Disclosure summary={words('new')}>
      <ActionForm action={add} label={words('new')} className="grid max-w-xl gap-4">
        <BilingualInput
          name="title"
          labels={{ uk: words('titleUk'), en: words('titleEn') }}
          maxLength={120}
          required
        />
        <RadioGroup
          name="kind"
          label={words('newKind')}
          options={CHECKLIST_KINDS.map((value) => ({ value, label: words(`kinds.${value}`) }))}
          defaultValue="inspection"
          required
        />
        <PendingButton icon="edit" className="justify-self-start">
          {words('create')}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}
