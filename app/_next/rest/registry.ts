import type { Operation } from '#app/_next/operations'
import { operations as career } from '#app/_next/rest/career'
import { operations as people } from '#app/_next/rest/people'
import { operations as training } from '#app/_next/rest/training'

/** Every operation of /api/v1, room by room. */
export const operations: readonly Operation[] = [...career, ...people, ...training]
