'use client'

import type { ComponentProps } from 'react'
import type { FieldProps } from '#components/ui/field'
import { Field } from '#components/ui/field'
import { describedBy, useField } from '#components/ui/form-context'

type Passed =
  | 'type'
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'min'
  | 'max'
  | 'step'
  | 'placeholder'
  | 'defaultValue'
  | 'spellCheck'

/** One line of text, a date, a number, a password. */
export function TextInput({
  name,
  label,
  hint,
  required,
  defaultValue,
  ...rest
}: FieldProps & Pick<ComponentProps<'input'>, Passed>) {
  const { id, error, kept } = useField(name)
  return (
    <Field id={id} label={label} hint={hint} required={required} error={error}>
      <input
        {...rest}
        id={id}
        name={name}
        className="control"
        defaultValue={kept ?? defaultValue}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Field>
  )
}
