import { cache } from 'react'
import type { z } from 'zod'
import type { Actor } from '#domain/access'
import type { Query } from '#server/query'

/** The same read, made once a request however often the title, the layout and the page ask for it. */
export function once<Schema extends z.ZodType, Output extends z.ZodType>(read: Query<Schema, Output>) {
  const byInput = cache((actor: Actor, input: string) => read(actor, JSON.parse(input) as z.input<Schema>))
  return (actor: Actor, input: z.input<Schema>) => byInput(actor, JSON.stringify(input))
}
