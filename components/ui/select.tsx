'use client'

import type { FieldProps } from '#components/ui/field'
import { Field } from '#components/ui/field'
import { describedBy, useField } from '#components/ui/form-context'

export type Choice = { value: string; label: string; hint?: string }

/** The device's own list: best on a phone, and it needs no script. */
export function Select({
  name,
  label,
  hint,
  required,
  defaultValue,
  options,
  placeholder,
}: FieldProps & { options: Choice[]; defaultValue?: string; placeholder?: string }) {
  const { id, error, kept } = useField(name)
  return (
    <Field id={id} label={label} hint={hint} required={required} error={error}>
      <select
        id={id}
        name={name}
        className="control"
        defaultValue={kept ?? defaultValue ?? ''}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
