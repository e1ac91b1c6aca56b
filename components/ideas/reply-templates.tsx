'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '#components/ui/button'
import { Disclosure } from '#components/ui/disclosure'
import { retype } from '#components/ui/retype'
import { BLANK } from '#domain/reply-blank'

const TEMPLATES = ['heard', 'accepted', 'declined', 'later'] as const

/** Beginnings of an answer. Each has a gap to be filled in one's own words; an answer with the gap is refused. */
export function ReplyTemplates() {
  const words = useTranslations('ideas.browser.templates')
  const place = useRef<HTMLUListElement>(null)

  function take(text: string) {
    const field = place.current?.closest('form')?.querySelector<HTMLTextAreaElement>('textarea[name=body]')
    if (!field) return
    const at = text.indexOf(BLANK)
    retype(field, text, at, at + BLANK.length)
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
