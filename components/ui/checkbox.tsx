'use client'

import { FieldError } from '#components/ui/field'
import { describedBy, useField } from '#components/ui/form-context'

type Props = {
  name: string
  label: string
  hint?: string
  value?: string
  defaultChecked?: boolean
  required?: boolean
}

export function Checkbox({ name, label, hint, value = 'on', defaultChecked, required }: Props) {
  const { id, error, keptList, refused } = useField(name)
  return (
    <div className="field">
      <label className="choice">
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          required={required}
          defaultChecked={refused ? (keptList?.includes(value) ?? false) : defaultChecked}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
        />
        <span>{label}</span>
        {hint && (
          <span className="choice-note field-note" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </label>
      <FieldError id={id} error={error} />
    </div>
  )
}
