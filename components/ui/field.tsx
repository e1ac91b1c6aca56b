import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon'
import { Optional } from '#components/ui/optional'

export type FieldProps = { name: string; label: string; hint?: string; required?: boolean }

/** Label above, hint under it, refusal beside the control; the ids are what aria-describedby points at. */
export function Field({
  id,
  label,
  hint,
  error,
  required,
  note,
  children,
}: Omit<FieldProps, 'name'> & { id: string; error?: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {!required && <Optional />}
      </label>
      {hint && (
        <p className="field-note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
      {note}
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error?: string }) {
  if (!error) return null
  return (
    <p className="field-error" id={`${id}-error`}>
      <Icon name="notice" size={16} className="mt-0.5" />
      {error}
    </p>
  )
}
