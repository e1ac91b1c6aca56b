import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'

type Props = {
  /** The text's name in the input; `.uk` and `.en` are added. */
  name: string
  labels: { uk: string; en: string }
  hints?: { uk?: string; en?: string }
  value?: { uk?: string; en?: string } | null
  maxLength: number
  /** Of the Ukrainian text; English is never asked for. */
  required?: boolean
  /** Several lines instead of one. */
  rows?: number
}

/** A text in both languages: Ukrainian first, English for whoever writes it. */
export function BilingualInput({ name, labels, hints, value, maxLength, required, rows }: Props) {
  return (['uk', 'en'] as const).map((language) => {
    const field = {
      name: `${name}.${language}`,
      label: labels[language],
      hint: hints?.[language],
      defaultValue: value?.[language],
      maxLength,
      required: required && language === 'uk',
    }
    return rows ? <TextArea key={language} {...field} rows={rows} /> : <TextInput key={language} {...field} />
  })
}
