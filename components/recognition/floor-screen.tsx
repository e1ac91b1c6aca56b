'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { isReached } from '#components/recognition/fresh-content'
import type { Drawn } from '#components/recognition/glad-among'
import { type Praise, PraiseCard } from '#components/recognition/praise-card'
import { Button } from '#components/ui/button'

/** Long enough to be read aloud twice from across the room. */
const EACH = 14_000

/** One card after another, in the middle of a wall. After the last one the page is loaded anew, unless the network is away. */
export function FloorScreen({ rows }: { rows: readonly (Praise | Drawn)[] }) {
  const t = useTranslations('recognition.screen')
  const [turn, setTurn] = useState(0)
  // Fresh content may be shorter than what was shown.
  const at = turn < rows.length ? turn : 0
  const [stands, setStands] = useState(false)
  const [mayFill, setMayFill] = useState(false)
  const step = (by: number) => setTurn((at + by + rows.length) % rows.length)
  useEffect(() => setMayFill(document.fullscreenEnabled), [])
  useEffect(() => {
    if (stands) return
    const timer = setTimeout(async () => {
      if (at < rows.length - 1) return setTurn(at + 1)
      // A reload takes a new version too, but it would leave the full screen, which only a person may enter again.
      if (!document.fullscreenElement && (await isReached())) return location.reload()
      setTurn(0)
    }, EACH)
    return () => clearTimeout(timer)
  }, [at, rows.length, stands])
  const fill = () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  const row = rows[at]
  if (!row) return null
  return (
    <div className="grid w-full justify-items-center gap-6">
      {'card' in row ? row.card : <PraiseCard praise={row} look="poster" />}
      <div className="flex flex-wrap items-center justify-center gap-3">
        <Button variant="plain" size="small" onClick={() => step(-1)}>
          {t('previous')}
        </Button>
        <span className="text-small text-soft tabular-nums">{t('of', { at: at + 1, all: rows.length })}</span>
        <Button variant="plain" size="small" onClick={() => step(1)}>
          {t('next')}
        </Button>
        <Button variant="plain" size="small" aria-pressed={stands} onClick={() => setStands(!stands)}>
          {t('stand')}
        </Button>
        {mayFill && (
          <Button variant="plain" size="small" icon="monitor" onClick={fill}>
            {t('fill')}
          </Button>
        )}
      </div>
    </div>
  )
}
