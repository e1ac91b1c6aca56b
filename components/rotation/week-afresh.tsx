'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const PAUSE = 3_000 // ms between two looks

/** Shows the page afresh while days are being made, as long as somebody looks at it. */
export function WeekAfresh() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), PAUSE)
    return () => clearInterval(timer)
  }, [router])
  return null
}
