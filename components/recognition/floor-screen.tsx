'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { type Praise, PraiseCard } from '#components/recognition/praise-card'
import { Button } from '#components/ui/button'

/** Long enough to be read aloud twice from across the room. */
const EACH = 14_000

/** One praise after another, in the middle of a wall. After the last one the page is asked for afresh, unless the network is away. */
export function FloorScreen({ rows }: { rows: readonly Praise[] }) {
  const t = useTranslations('recognition.screen')
  const [at, setAt] = useState(0)
  const step = (by: number) => setAt((now) => (now + by + rows.length) % rows.length)
  useEffect(() => {
    const timer = setTimeout(async () => {
      if (at < rows.length - 1) return setAt(at + 1)
      const reached = await fetch(location.href, { method: 'HEAD' }).then(
        () => true,
        () => false,
      )
      if (reached) location.reload()
      else setAt(0)
    }, EACH)
    return () => clearTimeout(timer)
  }, [at, rows.length])
  const praise = rows[at]
  if (!praise) return null
  return (
    <div className="grid gap-6">
      <PraiseCard praise={praise} look="poster" />
      <div className="flex items-center gap-3">
        <Button variant="plain" size="small" onClick={() => step(-1)}>
          {t('previous')}
        </Button>
        <span className="text-small text-soft tabular-nums">{t('of', { at: at + 1, all: rows.length })}</span>
        <Button variant="plain" size="small" onClick={() => step(1)}>
          {t('next')}
        </Button>
      </div>
    </div>
  )
}
