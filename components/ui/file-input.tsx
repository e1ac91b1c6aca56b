'use client'

import { useTranslations } from 'next-intl'
import type { ChangeEvent } from 'react'
import { useState } from 'react'
import type { FieldProps } from '#components/ui/field'
import { Field } from '#components/ui/field'
import { describedBy, useField } from '#components/ui/form-context'

/** What a form may carry in all, less what its other fields need; the server closes the line on more. */
const MOST_BYTES = 1_000_000

/** A file to be read by the server; `accept` as the browser's own field takes it. One that is too large is said so before it is sent. */
export function FileInput({ name, label, hint, required, accept }: FieldProps & { accept: string }) {
  const { id, error } = useField(name)
  const t = useTranslations('ui.browser')
  const [tooLarge, setTooLarge] = useState(false)
  const weigh = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const isTooLarge = [...(currentTarget.files ?? [])].some(({ size }) => size > MOST_BYTES)
    currentTarget.setCustomValidity(isTooLarge ? t('fileTooLarge') : '')
    setTooLarge(isTooLarge)
  }
  const wrong = tooLarge ? t('fileTooLarge') : error
  return (
    <Field id={id} label={label} hint={hint} required={required} error={wrong}>
      <input
        type="file"
        id={id}
        name={name}
        accept={accept}
        className="control"
        required={required}
        onChange={weigh}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy(id, hint, wrong)}
      />
    </Field>
  )
}
