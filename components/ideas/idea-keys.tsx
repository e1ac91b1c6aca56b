'use client'

import type { ComponentProps } from 'react'
import { lazy, Suspense, useSyncExternalStore } from 'react'

const KeyList = lazy(() => import('#components/ideas/key-list'))

const never = () => () => undefined

/** Keys do nothing before the page is awake, so they come in a chunk of their own after everything else. */
export function IdeaKeys({ page }: ComponentProps<typeof KeyList>) {
  const awake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    awake && (
      <Suspense>
        <KeyList page={page} />
      </Suspense>
    )
  )
}
