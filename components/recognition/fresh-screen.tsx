'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { isReached, watchContent } from '#components/recognition/fresh-content'

type Props = {
  /** When the portal drew the children: each answer brings another moment. */
  drawnAt: string
  /** What stands there while the portal does not answer: nothing of anybody. */
  away: ReactNode
  children: ReactNode
}

/** Shows on an unattended screen only what the portal has said lately. */
export function FreshScreen({ drawnAt, away, children }: Props) {
  const router = useRouter()
  const [hidden, setHidden] = useState<string>()
  useEffect(
    () => watchContent({ isReached, refresh: () => router.refresh(), hide: () => setHidden(drawnAt) }),
    [drawnAt, router],
  )
  return hidden === drawnAt ? away : children
}
