import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Checkbox } from '#components/ui/checkbox'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import type { Choice } from '#components/ui/select'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { NormField, OptionFields, ScaleFields } from '#components/workplace/item-choice-fields'
import { NumberFields, useDecimal } from '#components/workplace/item-number-fields'
import type { ItemType, KeptItem } from '#domain/checklist-item'

export type EditedItem = KeptItem & { id: string }
type Props = {
  type: ItemType
  sectionId: string
  sections: Choice[]
  norms: Choice[]
  /** Absent for a new question. */
  item?: EditedItem
  /** A self-check asks about one seat only. */
  isInspection: boolean
  save: FormAction
}

/** One question with everything that its type asks of it. */
export function ItemForm({ type, sectionId, sections, norms, item, isInspection, save }: Props) {
  const words = useTranslations('workplace.draft')
  const decimal = useDecimal()
  const scored = type !== 'text' && type !== 'photo'
  return (
    <ActionForm
      action={save}
      label={words(item ? 'itemEdit' : 'itemNew')}
      resetWhenDone={false}
      className="grid max-w-xl gap-5"
    >
      <input type="hidden" name="type" value={type} />
      {item && <input type="hidden" name="itemId" value={item.id} />}
      <Select
        name="sectionId"
        label={words('section')}
        options={sections}
        defaultValue={sectionId}
        required
      />
      <BilingualInput
        name="title"
        labels={{ uk: words('titleUk'), en: words('titleEn') }}
        value={item?.title}
        maxLength={300}
        required
      />
      <BilingualInput
        name="hint"
        labels={{ uk: words('hintUk'), en: words('hintEn') }}
        value={item?.hint}
        maxLength={500}
      />
      {type === 'number' && <NumberFields item={item} />}
      {type === 'scale' && <ScaleFields item={item} />}
      {type === 'choice' && <OptionFields item={item} />}
      {scored && (
        <>
          <TextInput
            name="weight"
            label={words('weight')}
            hint={words('weightHint')}
            inputMode="decimal"
            defaultValue={decimal(item?.weight ?? 1)}
            required
          />
          <Checkbox name="critical" label={words('critical')} defaultChecked={item?.critical} />
        </>
      )}
      {isInspection && (
        <Checkbox name="perSeat" label={words('perSeat')} defaultChecked={item?.perSeat ?? false} />
      )}
      <Checkbox name="naAllowed" label={words('naAllowed')} defaultChecked={item?.naAllowed ?? true} />
      {scored && (
        <Checkbox name="photoOnFail" label={words('photoOnFail')} defaultChecked={item?.photoOnFail} />
      )}
      <NormField norms={norms} chosen={item?.norms ?? []} />
      <PendingButton icon="check" className="justify-self-start">
        {words('save')}
      </PendingButton>
    </ActionForm>
  )
}
