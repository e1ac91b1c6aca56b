'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '#components/ui/button'
import { Disclosure } from '#components/ui/disclosure'
import { BLANK } from '#domain/reply-blank'

const TEMPLATES = ['heard', 'accepted', 'declined', 'later'] as const

/** Beginnings of an answer. Each has a gap to be filled in one's own words; an answer with the gap is refused. */
export function ReplyTemplates() {
  const words = useTranslations('ideas.browser.templates')
  const place = useRef<HTMLUListElement>(null)

  function take(text: string) {
    const field = place.current?.closest('form')?.querySelector<HTMLTextAreaElement>('textarea[name=body]')
    if (!field) return
    // React keeps its own copy of a field's value: this is how it hears of another.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
    const at = text.indexOf(BLANK)
    field.setSelectionRange(at, at + BLANK.length)
  }

  return (
    <Disclosure summary={words('title')}>
      <ul ref={place} className="grid gap-4">
        {TEMPLATES.map((name) => {
          const text = words(name, { blank: BLANK })
          return (
            <li key={name} className="grid gap-2">
              <p className="text-soft">{text}</p>
              <Button size="small" className="justify-self-start" onClick={() => take(text)}>
                {words('take')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Disclosure>
  )
}
