import { z } from 'zod'
import type { Refused } from '#domain/refused'
import { invalid } from '#domain/refused'

/** What every list takes: where to go on, and how many at most. */
export const Page = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

/** A list answers its items and, where there are more, the cursor of the next page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** The last row's keys, opaque to whoever holds them. */
export const toCursor = (keys: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(keys), 'utf8').toString('base64url')

/** The keys of a cursor, undefined without one. @throws Refused `invalid` where somebody made it up or it is of another list */
export function fromCursor<Keys extends readonly (string | number)[]>(
  cursor: string | undefined,
  kinds: { [Index in keyof Keys]: 'string' | 'number' },
): Keys | undefined {
  if (!cursor) return undefined
  const keys = read(cursor)
  const fits =
    Array.isArray(keys) && keys.length === kinds.length && keys.every((key, i) => typeof key === kinds[i])
  if (!fits) throw madeUp()
  return keys as unknown as Keys
}

/** How a list says that it cannot go on from there. */
export const madeUp = (): Refused => invalid('cursor', 'wrong')

const read = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** Takes one row more than asked for and tells from it whether there is a next page. */
export function cut<Row>(
  rows: readonly Row[],
  limit: number,
  keys: (row: Row) => readonly (string | number)[],
) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? toCursor(keys(last)) : null }
}
