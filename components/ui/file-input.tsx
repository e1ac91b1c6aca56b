'use client'

import type { FieldProps } from '#components/ui/field'
import { Field } from '#components/ui/field'
import { describedBy, useField } from '#components/ui/form-context'

/** A file to be read by the server; `accept` as the browser's own field takes it. */
export function FileInput({ name, label, hint, required, accept }: FieldProps & { accept: string }) {
  const { id, error } = useField(name)
  return (
    <Field id={id} label={label} hint={hint} required={required} error={error}>
      <input
        type="file"
        id={id}
        name={name}
        accept={accept}
        className="control"
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Field>
  )
}
