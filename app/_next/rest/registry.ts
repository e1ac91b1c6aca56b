import type { Operation } from '#app/_next/operations'
import { operations as people } from '#app/_next/rest/people'

/** Every operation of /api/v1, room by room. */
export const operations: readonly Operation[] = [...people]
