'use client'

import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { Avatar } from '#components/ui/avatar'
import type { FieldProps } from '#components/ui/field'
import { retype } from '#components/ui/retype'
import { TextArea } from '#components/ui/text-area'

type Person = { id: string; name: string; detail: string }
type Props = FieldProps & { number: number; maxLength: number; rows: number; source?: string }

const pause = 200 // ms without a key pressed

/** The name that is being typed after «@» before the caret: one word or two. */
const calledBefore = (field: HTMLTextAreaElement) =>
  /(?:^|[\s(])@(\p{L}[\p{L}'’ʼ-]*(?: \p{L}[\p{L}'’ʼ-]*)?)$/u.exec(
    field.value.slice(0, field.selectionStart),
  )?.[1]

/** A text in which people are called by «@Імʼя Прізвище»: they are offered while the name is typed. Without a script it is typed whole. */
export function MentionArea({ number, source = '/api/ideas/people', ...field }: Props) {
  const words = useTranslations('ideas.browser.mention')
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const [people, setPeople] = useState<Person[]>([])
  const [active, setActive] = useState(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asking = useRef<AbortController>(undefined)
  const area = () => place.current?.querySelector('textarea') ?? null

  function close() {
    clearTimeout(timer.current)
    asking.current?.abort()
    setPeople([])
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  async function ask(text: string) {
    asking.current = new AbortController()
    const headers = { 'content-type': 'application/json' }
    const request = { method: 'POST', headers, body: JSON.stringify({ number, text }) }
    const found = await fetch(source, { ...request, signal: asking.current.signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<Person[]>) : []))
      // Given up because the next key has asked anew, or the line is down: the name can be typed whole.
      .catch(() => undefined)
    if (!found) return
    setPeople(found)
    setActive(0)
  }

  function listen() {
    const text = area() && calledBefore(area() as HTMLTextAreaElement)
    clearTimeout(timer.current)
    asking.current?.abort()
    if (!text) setPeople([])
    else timer.current = setTimeout(() => void ask(text), pause)
  }

  function take({ name }: Person) {
    const typed = area()
    const begun = typed && calledBefore(typed)
    if (!typed || !begun) return
    const from = typed.selectionStart - begun.length
    const caret = from + name.length + 1
    close()
    retype(typed, `${typed.value.slice(0, from)}${name} ${typed.value.slice(typed.selectionStart)}`, caret)
    close()
  }

  function press(event: KeyboardEvent) {
    const person = people[active]
    if (!person) return
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: people.length - 1 }
    const by = moves[event.key]
    if (by !== undefined) setActive((active + by) % people.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(person)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const open = people.length > 0
  const more = {
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-controls': open ? `${id}-people` : undefined,
    'aria-activedescendant': open ? `${id}-${active}` : undefined,
    onKeyDown: press,
    onBlur: close,
  } as const
  return (
    <div ref={place} className="relative">
      <TextArea {...field} onText={listen} more={more} />
      <div role="status" className="sr-only">
        {open && words('found', { count: people.length })}
      </div>
      {open && (
        <div role="listbox" id={`${id}-people`} aria-label={words('label')} className="float options called">
          {people.map((person, index) => (
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              data-highlighted={index === active ? '' : undefined}
              className="option"
              onPointerDown={(event) => {
                event.preventDefault()
                take(person)
              }}
            >
              <Avatar id={person.id} name={person.name} size="small" />
              <span className="min-w-0">
                <span className="block truncate">{person.name}</span>
                <span className="block truncate text-small text-soft">{person.detail}</span>
              </span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
