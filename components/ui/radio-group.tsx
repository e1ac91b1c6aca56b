'use client'

import { FieldError } from '#components/ui/field'
import { describedBy, useField } from '#components/ui/form-context'
import type { Choice } from '#components/ui/select'

type Props = {
  name: string
  label: string
  hint?: string
  options: Choice[]
  defaultValue?: string
  required?: boolean
  /** `segmented`: two to five short words side by side. `list`: one under another, each with its hint. */
  look?: 'list' | 'segmented'
}

export function RadioGroup({ name, label, hint, options, defaultValue, required, look = 'list' }: Props) {
  const { id, error, kept } = useField(name)
  const chosen = kept ?? defaultValue
  const segmented = look === 'segmented'
  return (
    <fieldset className="field" aria-describedby={describedBy(id, hint, error)}>
      <legend className="field-label">{label}</legend>
      {hint && (
        <p className="field-note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={segmented ? 'segmented justify-self-start self-start mt-1' : 'grid'}>
        {options.map((option, index) => (
          <label key={option.value} className={segmented ? undefined : 'choice'}>
            <input
              id={index === 0 ? id : undefined}
              type="radio"
              name={name}
              value={option.value}
              required={required}
              defaultChecked={option.value === chosen}
              aria-invalid={error ? true : undefined}
            />
            <span>{option.label}</span>
            {option.hint && !segmented && <span className="choice-note field-note">{option.hint}</span>}
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
}

export function Segmented(props: Omit<Props, 'look'>) {
  return <RadioGroup {...props} look="segmented" />
}
