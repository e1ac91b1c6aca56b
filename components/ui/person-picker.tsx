'use client'

import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { FieldProps } from '#components/ui/field'
import { Field } from '#components/ui/field'
import { describedBy, useField } from '#components/ui/form-context'

export type PersonChoice = { id: string; name: string; detail?: string }
type Typing = ComponentType<
  typeof import('#components/ui/person-combobox').default extends ComponentType<infer P> ? P : never
>

/** Finds a person by typing; until the script for that has come, and without it, the same choice is a native list. */
export function PersonPicker({
  name,
  label,
  hint,
  required,
  people,
  defaultValue,
}: FieldProps & { people: PersonChoice[]; defaultValue?: string }) {
  const words = useTranslations('ui.browser.picker')
  const { id, error, kept, emptied } = useField(name)
  const native = useRef<HTMLSelectElement>(null)
  const [typing, setTyping] = useState<{ Combobox: Typing; first: string } | null>(null)
  const first = kept ?? defaultValue ?? ''
  const control = {
    id,
    required,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': describedBy(id, hint, error),
  }

  useEffect(() => {
    let gone = false
    const load = import('#components/ui/person-combobox')
    load
      .then(({ default: Combobox }) => {
        const list = native.current
        const swap = () => !gone && setTyping({ Combobox, first: list?.value ?? '' })
        // A list that somebody is choosing from is not taken away under their hand.
        if (list && document.activeElement === list) list.addEventListener('blur', swap, { once: true })
        else swap()
      })
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [])

  return (
    <Field id={id} label={label} hint={hint} required={required} error={error}>
      {typing ? (
        <typing.Combobox
          control={control}
          name={name}
          people={people}
          first={typing.first}
          emptied={emptied}
        />
      ) : (
        <select {...control} ref={native} name={name} className="control" defaultValue={first}>
          <option value="">{words('choose')}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.detail ? `${person.name} · ${person.detail}` : person.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
