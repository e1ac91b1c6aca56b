'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useTransition } from 'react'
import { MOVED } from '#components/layout/use-live-notices'
import { Button } from '#components/ui/button'

/** So long at most, in ms, a page waits before it asks, so that a whole floor does not ask at once. */
const SPREAD = 2000

type Props = { query: string; marks: readonly string[]; source?: string }

/** Says that the list has something new, and shows it when asked: what one reads does not move by itself. */
export function FreshIdeas({ query, marks, source = '/api/ideas/fresh' }: Props) {
  const words = useTranslations('ideas.browser')
  const router = useRouter()
  const [fresh, setFresh] = useState({ of: marks, count: 0 })
  const [pending, startTransition] = useTransition()

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const asking = new AbortController()
    const ask = async () => {
      timer = undefined
      const headers = { 'content-type': 'application/json' }
      const request = { method: 'POST', headers, body: JSON.stringify({ query }), signal: asking.signal }
      // A list that cannot be asked for now stays as it is; the next word of the stream asks again.
      const found = await fetch(source, request)
        .then((answer) => (answer.ok ? (answer.json() as Promise<string[]>) : undefined))
        .catch(() => undefined)
      if (found) setFresh({ of: marks, count: found.filter((mark) => !marks.includes(mark)).length })
    }
    const hear = () => {
      timer ??= setTimeout(() => void ask(), Math.random() * SPREAD)
    }
    addEventListener(MOVED, hear)
    return () => {
      removeEventListener(MOVED, hear)
      clearTimeout(timer)
      asking.abort()
    }
  }, [marks, query, source])

  const count = fresh.of === marks ? fresh.count : 0
  return (
    <div role="status" className="fresh no-print">
      {count > 0 && (
        <Button
          variant="primary"
          size="small"
          disabled={pending}
          onClick={() => startTransition(() => router.refresh())}
        >
          {words('fresh', { count })}
        </Button>
      )}
    </div>
  )
}
