'use client'

import { Combobox } from '@base-ui/react/combobox'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Avatar } from '#components/ui/avatar'
import type { PersonChoice } from '#components/ui/person-picker'

type Props = {
  control: { id: string; required?: boolean; 'aria-invalid'?: true; 'aria-describedby'?: string }
  name: string
  people: PersonChoice[]
  /** The id chosen so far in the native list. */
  first: string
  emptied: number
}

/** The typing half of PersonPicker, in a chunk of its own: the library weighs 40 kB. */
export default function PersonCombobox({ control, name, people, first, emptied }: Props) {
  const words = useTranslations('ui.browser.picker')
  const [chosen, setChosen] = useState(() => people.find(({ id }) => id === first) ?? null)
  const [text, setText] = useState(chosen?.name ?? '')
  const [open, setOpen] = useState(false)

  useEffect(() => {
    if (!emptied) return
    setChosen(null)
    setText('')
  }, [emptied])

  function choose(person: PersonChoice | null) {
    setChosen(person)
    setText(person?.name ?? '')
    setOpen(false)
  }

  return (
    <>
      <Combobox.Root
        inline
        open={open}
        onOpenChange={setOpen}
        items={people}
        value={chosen}
        onValueChange={choose}
        inputValue={text}
        onInputValueChange={(typed, { reason }) => {
          if (reason !== 'input-change') return
          setText(typed)
          setOpen(true)
          if (typed === '') setChosen(null)
        }}
        itemToStringLabel={(person: PersonChoice) => person.name}
        isItemEqualToValue={(one: PersonChoice, other: PersonChoice) => one.id === other.id}
        limit={50}
        autoHighlight
      >
        {/* In line, not in a portal: the portal would hide the rest of the page from readers while one types. */}
        <div className="relative">
          <Combobox.Input
            {...control}
            className="control"
            placeholder={words('type')}
            aria-expanded={open}
            onFocus={(event) => {
              event.target.select()
              setOpen(true)
            }}
            onBlur={() => {
              setText(chosen?.name ?? '')
              setOpen(false)
            }}
          />
          <div hidden={!open} className="float absolute inset-x-0 top-full z-20 mt-1.5">
            <Combobox.Empty>
              <p className="p-4 text-soft empty:hidden">{words('nobody')}</p>
            </Combobox.Empty>
            <Combobox.List className="options">
              {(person: PersonChoice) => (
                <Combobox.Item key={person.id} value={person} className="option">
                  <Avatar id={person.id} name={person.name} size="small" />
                  <span className="min-w-0">
                    <span className="block truncate">{person.name}</span>
                    {person.detail && (
                      <span className="block truncate text-small text-soft">{person.detail}</span>
                    )}
                  </span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </div>
        </div>
      </Combobox.Root>
      <input type="hidden" name={name} value={chosen?.id ?? ''} />
    </>
  )
}
