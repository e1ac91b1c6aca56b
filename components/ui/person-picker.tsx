'use client'

import { Combobox } from '@base-ui/react/combobox'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Avatar } from '#components/ui/avatar'
import { Field, type FieldProps } from '#components/ui/field'
import { describedBy, useField } from '#components/ui/form-context'

export type PersonChoice = { id: string; name: string; detail?: string }

/** Finds a person by typing; before the script arrives, and without it, the same choice is a native list. */
export function PersonPicker({
  name,
  label,
  hint,
  required,
  people,
  defaultValue,
}: FieldProps & { people: PersonChoice[]; defaultValue?: string }) {
  const words = useTranslations('ui.browser.picker')
  const { id, error, kept } = useField(name)
  const native = useRef<HTMLSelectElement>(null)
  const [ready, setReady] = useState(false)
  const [chosen, setChosen] = useState<PersonChoice | null>(null)
  const first = kept ?? defaultValue ?? ''

  useEffect(() => {
    const picked = native.current?.value ?? first
    setChosen(people.find((person) => person.id === picked) ?? null)
    setReady(true)
  }, [people, first])

  const shared = {
    id,
    required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy(id, hint, error),
  } as const

  if (!ready)
    return (
      <Field id={id} label={label} hint={hint} required={required} error={error}>
        <select {...shared} ref={native} name={name} className="control" defaultValue={first}>
          <option value="">{words('choose')}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.detail ? `${person.name} · ${person.detail}` : person.name}
            </option>
          ))}
        </select>
      </Field>
    )

  return (
    <Field id={id} label={label} hint={hint} required={required} error={error}>
      <Combobox.Root
        items={people}
        value={chosen}
        onValueChange={setChosen}
        itemToStringLabel={(person: PersonChoice) => person.name}
        isItemEqualToValue={(one: PersonChoice, other: PersonChoice) => one.id === other.id}
        limit={50}
        autoHighlight
      >
        <Combobox.Input {...shared} className="control" placeholder={words('type')} />
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={6} className="z-50 w-(--anchor-width)">
            <Combobox.Popup className="float">
              <Combobox.Empty>
                <p className="p-4 text-soft empty:hidden">{words('nobody')}</p>
              </Combobox.Empty>
              <Combobox.List className="options">
                {(person: PersonChoice) => (
                  <Combobox.Item key={person.id} value={person} className="option">
                    <Avatar id={person.id} name={person.name} size="small" />
                    <span className="min-w-0">
                      <span className="block truncate">{person.name}</span>
                      {person.detail && <span className="block truncate text-small text-soft">{person.detail}</span>}
                    </span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      <input type="hidden" name={name} value={chosen?.id ?? ''} />
    </Field>
  )
}
