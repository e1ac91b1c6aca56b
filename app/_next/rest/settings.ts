import type { Operation } from '#app/_next/operations'
import { prefer } from '#server/settings/prefer'
import { preferences } from '#server/settings/queries'

export const operations: Operation[] = [
  { method: 'GET', path: '/preferences', run: preferences },
  { method: 'PATCH', path: '/preferences', run: prefer },
]
