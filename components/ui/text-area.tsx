'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { FieldProps } from '#components/ui/field'
import { Field } from '#components/ui/field'
import { describedBy, useField } from '#components/ui/form-context'

type Props = FieldProps & {
  defaultValue?: string
  /** Characters; the counter is spoken only near the end, so that typing stays quiet. */
  maxLength?: number
  rows?: number
  placeholder?: string
  /** Called while typing, for suggestions of similar things. */
  onText?: (text: string) => void
}

export function TextArea({
  name,
  label,
  hint,
  required,
  defaultValue,
  maxLength,
  rows = 4,
  placeholder,
  onText,
}: Props) {
  const words = useTranslations('ui.browser.field')
  const { id, error, kept, emptied } = useField(name)
  const [length, setLength] = useState((kept ?? defaultValue ?? '').length)
  useEffect(() => {
    if (emptied) setLength((defaultValue ?? '').length)
  }, [emptied, defaultValue])

  const left = (maxLength ?? 0) - length
  const note = maxLength && (
    <p className="field-note" aria-live={left <= 20 ? 'polite' : 'off'}>
      {words('left', { count: left })}
    </p>
  )
  return (
    <Field id={id} label={label} hint={hint} required={required} error={error} note={note}>
      <textarea
        id={id}
        name={name}
        className="control"
        rows={rows}
        placeholder={placeholder}
        maxLength={maxLength}
        defaultValue={kept ?? defaultValue}
        required={required}
        onChange={(event) => {
          setLength(event.target.value.length)
          onText?.(event.target.value)
        }}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Field>
  )
}
