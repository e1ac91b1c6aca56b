import type { Operation } from '#app/_next/operations'
import { operations as ideas } from '#app/_next/rest/ideas'
import { operations as people } from '#app/_next/rest/people'
import { operations as recognition } from '#app/_next/rest/recognition'

/** Every operation of /api/v1, room by room. */
export const operations: readonly Operation[] = [...ideas, ...people, ...recognition]
