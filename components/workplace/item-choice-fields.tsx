import { useTranslations } from 'next-intl'
import { Checkbox } from '#components/ui/checkbox'
import type { Choice } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { useDecimal } from '#components/workplace/item-number-fields'
import type { KeptItem } from '#domain/checklist-item'

const [LEAST_ROWS, SPARE_ROWS, MOST_ROWS] = [4, 2, 12]

export function ScaleFields({ item }: { item?: KeptItem }) {
  const words = useTranslations('workplace.draft')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(['scaleMin', 'scaleMax'] as const).map((name) => (
        <TextInput
          key={name}
          name={name}
          label={words(name)}
          type="number"
          min={0}
          max={10}
          defaultValue={item?.[name] ?? { scaleMin: 1, scaleMax: 5 }[name]}
          required
        />
      ))}
    </div>
  )
}

/** The answers that can be chosen, with empty rows for more of them. */
export function OptionFields({ item }: { item?: KeptItem }) {
  const words = useTranslations('workplace.draft')
  const decimal = useDecimal()
  const options = item?.options ?? []
  const count = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, options.length + SPARE_ROWS))
  return (
    <fieldset className="grid gap-4">
      <legend className="section-title">{words('options')}</legend>
      <p className="text-small text-soft">{words('optionsLead')}</p>
      {Array.from({ length: count }, (_, index) => {
        const option = options[index]
        const field = (name: string) => `options[${index}].${name}`
        const score = option ? Number((option.score * 100).toFixed(4)) : undefined
        return (
          <div key={option?.key ?? `new-${index}`} className="grid gap-3 sm:grid-cols-[1fr_1fr_6rem]">
            {option && <input type="hidden" name={field('key')} value={option.key} />}
            <TextInput
              name={field('label.uk')}
              label={words('optionUk', { number: index + 1 })}
              maxLength={120}
              defaultValue={option?.label.uk}
            />
            <TextInput
              name={field('label.en')}
              label={words('optionEn', { number: index + 1 })}
              maxLength={120}
              defaultValue={option?.label.en}
            />
            <TextInput
              name={field('worth')}
              label={words('optionWorth')}
              inputMode="decimal"
              defaultValue={decimal(score)}
            />
          </div>
        )
      })}
    </fieldset>
  )
}

export function NormField({ norms, chosen }: { norms: Choice[]; chosen: readonly string[] }) {
  const words = useTranslations('workplace.draft')
  return (
    <fieldset className="grid gap-1">
      <legend className="section-title">{words('norms')}</legend>
      <p className="text-small text-soft">{words('normsHint')}</p>
      {norms.map(({ value, label, hint }) => (
        <Checkbox
          key={value}
          name="norms"
          value={value}
          label={label}
          hint={hint}
          defaultChecked={chosen.includes(value)}
        />
      ))}
    </fieldset>
  )
}
