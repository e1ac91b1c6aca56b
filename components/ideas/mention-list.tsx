'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useState } from 'react'
import { Avatar } from '#components/ui/avatar'
import { retype } from '#components/ui/retype'

type Person = { id: string; name: string; detail: string }
type Props = { field: HTMLTextAreaElement; number: number; source?: string }

const pause = 200 // ms without a key pressed

/** The name that is being typed after «@» before the caret: one word or two. */
const calledBefore = (field: HTMLTextAreaElement) =>
  /(?:^|[\s(])@(\p{L}[\p{L}'’ʼ-]*(?: \p{L}[\p{L}'’ʼ-]*)?)$/u.exec(
    field.value.slice(0, field.selectionStart),
  )?.[1]

const insert = (field: HTMLTextAreaElement, name: string) => {
  const begun = calledBefore(field)
  if (!begun) return
  const from = field.selectionStart - begun.length
  const rest = field.value.slice(field.selectionStart)
  retype(field, `${field.value.slice(0, from)}${name} ${rest}`, from + name.length + 1)
}

/** Whom the name that is being typed may mean. */
function useOffered(field: HTMLTextAreaElement, number: number, source: string) {
  const [people, setPeople] = useState<Person[]>([])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let asking = new AbortController()
    const ask = async (text: string) => {
      asking = new AbortController()
      const headers = { 'content-type': 'application/json' }
      const request = {
        method: 'POST',
        headers,
        body: JSON.stringify({ number, text }),
        signal: asking.signal,
      }
      const found = await fetch(source, request)
        .then((answer) => (answer.ok ? (answer.json() as Promise<Person[]>) : []))
        // Given up because the next key has asked anew, or the line is down: the name can be typed whole.
        .catch(() => undefined)
      if (found) setPeople(found)
    }
    const listen = () => {
      const text = calledBefore(field)
      clearTimeout(timer)
      asking.abort()
      if (text) timer = setTimeout(() => void ask(text), pause)
      else setPeople([])
    }
    const leave = () => {
      clearTimeout(timer)
      asking.abort()
      setPeople([])
    }
    listen()
    field.addEventListener('input', listen)
    field.addEventListener('blur', leave)
    return () => {
      field.removeEventListener('input', listen)
      field.removeEventListener('blur', leave)
      clearTimeout(timer)
      asking.abort()
    }
  }, [field, number, source])

  return { people, close: () => setPeople([]) }
}

/** Offers people while a name is typed after «@»: arrows choose, Enter takes, Escape leaves the text as it is. */
export default function MentionList({ field, number, source = '/api/ideas/people' }: Props) {
  const words = useTranslations('ideas.browser.mention')
  const id = useId()
  const { people, close } = useOffered(field, number, source)
  const [at, setAt] = useState({ of: people, index: 0 })
  const active = at.of === people ? at.index : 0
  const open = people.length > 0

  useEffect(() => {
    field.setAttribute('aria-autocomplete', 'list')
    field.setAttribute('aria-haspopup', 'listbox')
    if (!open) return
    field.setAttribute('aria-controls', `${id}-people`)
    field.setAttribute('aria-activedescendant', `${id}-${active}`)
    const press = (event: KeyboardEvent) => {
      const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: people.length - 1 }
      const by = moves[event.key]
      if (by !== undefined) setAt({ of: people, index: (active + by) % people.length })
      else if (event.key === 'Enter' || event.key === 'Tab') insert(field, people[active]?.name ?? '')
      else if (event.key === 'Escape') close()
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    field.addEventListener('keydown', press)
    return () => {
      field.removeEventListener('keydown', press)
      field.removeAttribute('aria-controls')
      field.removeAttribute('aria-activedescendant')
    }
  }, [field, id, open, active, people, close])

  return (
    <>
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
                insert(field, person.name)
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
    </>
  )
}
