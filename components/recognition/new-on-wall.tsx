'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useTransition } from 'react'
import { WALL_GREW } from '#components/layout/use-live-notices'
import { Button } from '#components/ui/button'

/** Tells that the wall has grown since it was read. Nothing moves under the reader's eyes until they ask for it. */
export function NewOnWall() {
  const words = useTranslations('recognition.browser')
  const router = useRouter()
  const [count, setCount] = useState(0)
  const [pending, start] = useTransition()
  useEffect(() => {
    const grown = () => setCount((known) => known + 1)
    window.addEventListener(WALL_GREW, grown)
    return () => window.removeEventListener(WALL_GREW, grown)
  }, [])
  const show = () =>
    start(() => {
      setCount(0)
      router.refresh()
    })
  return (
    <div role="status" className="sticky top-20 z-10 grid justify-items-center">
      {count > 0 && (
        <Button variant="festive" icon="up" onClick={show} aria-busy={pending} className="mb-4">
          {words('grown', { count })}
        </Button>
      )}
    </div>
  )
}
