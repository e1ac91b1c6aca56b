'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Link } from '#components/ui/link'

type Similar = { number: number; title: string; votes: number }

const pause = 350 // ms without a key pressed

/** Offers ideas like the one being written. The text travels in a request's body, so that no address or log keeps it. */
export function SimilarIdeas({ source = '/api/ideas/similar' }: { source?: string }) {
  const words = useTranslations('ideas.browser.similar')
  const place = useRef<HTMLDivElement>(null)
  const [ideas, setIdeas] = useState<Similar[]>([])

  useEffect(() => {
    const form = place.current?.closest('form')
    let timer: ReturnType<typeof setTimeout> | undefined
    let asking = new AbortController()
    const ask = async (text: string) => {
      asking.abort()
      asking = new AbortController()
      const headers = { 'content-type': 'application/json' }
      const request = { method: 'POST', headers, body: JSON.stringify({ text }), signal: asking.signal }
      // Given up on the way or in the middle of the answer: either way the next key has asked anew.
      const found = await fetch(source, request)
        .then((answer) => (answer.ok ? (answer.json() as Promise<Similar[]>) : undefined))
        .catch(() => undefined)
      if (found) setIdeas(found)
    }
    const listen = () => {
      if (!form) return
      const data = new FormData(form)
      const text = `${data.get('title') ?? data.get('answer') ?? ''} ${data.get('body') ?? ''}`.trim()
      clearTimeout(timer)
      if (text.length < 6) setIdeas([])
      else timer = setTimeout(() => void ask(text), pause)
    }
    form?.addEventListener('input', listen)
    return () => {
      form?.removeEventListener('input', listen)
      clearTimeout(timer)
      asking.abort()
    }
  }, [source])

  return (
    <div ref={place} aria-live="polite" className="empty:hidden">
      {ideas.length > 0 && (
        <section className="grid gap-2 rounded-card bg-accent-wash p-4" aria-label={words('title')}>
          <p className="font-semibold">{words('title')}</p>
          <ul className="grid gap-2">
            {ideas.map(({ number, title, votes }) => (
              <li key={number}>
                <Link className="link" href={`/ideas/${number}`} target="_blank">
                  {title}
                </Link>{' '}
                <span className="text-small text-soft">{words('voices', { count: votes })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
