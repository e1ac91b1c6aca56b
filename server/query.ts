import type { z } from 'zod'
import type { Reader } from '#db/client'
import { db } from '#db/client'
import type { Actor, Coverage, Permission } from '#domain/access'
import { isEmpty, reach } from '#domain/access'
import { faultsOf } from '#domain/faults'
import { madeUp } from '#domain/paging'
import { Refused } from '#domain/refused'
import { lookAtAnswer } from '#server/answers'
import { isUnreadable, refusalOf } from '#server/constraints'
import { withoutValues } from '#server/defects'

type Options = { now?: Date; reader?: Reader }

type Definition<Schema extends z.ZodType, Output extends z.ZodType> = {
  verb: Permission
  input: Schema
  output: Output
  /** `reach` is what the actor may see with this verb; lists pass it to `visible()`. */
  run: (context: {
    db: Reader
    actor: Actor
    input: z.output<Schema>
    reach: Coverage
    now: Date
  }) => Promise<z.input<Output>>
}

export type Query<Schema extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  (actor: Actor, input: z.input<Schema>, options?: Options): Promise<z.input<Output>>
  verb: Permission
  input: Schema
  output: Output
  kind: 'query'
}

/** A cursor that somebody made up, or one of another list: told by its reader, or by Postgres where it looked right. */
const isOfCursor = (raw: unknown, error: unknown): boolean => {
  const given = typeof raw === 'object' && raw !== null && 'cursor' in raw && raw.cursor
  const told = error instanceof Refused && error.reason === 'invalid' && 'cursor' in error.fields
  return Boolean(given) && (told || isUnreadable(error))
}

/** Makes a read, the twin of `command()`: the actor first, the input parsed, the reach worked out before any row is touched. */
export function query<Schema extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<Schema, Output>,
): Query<Schema, Output> {
  const run = async (actor: Actor, raw: z.input<Schema>, options: Options = {}) => {
    const coverage = reach(actor, definition.verb)
    if (isEmpty(coverage)) throw new Refused('forbidden')
    const parsed = definition.input.safeParse(raw, { reportInput: true })
    if (!parsed.success) throw new Refused('invalid', faultsOf(parsed.error))
    const now = options.now ?? new Date()
    const context = { db: options.reader ?? db, actor, input: parsed.data, reach: coverage, now }
    const read = async (input: z.output<Schema>) => {
      const answer = await definition.run({ ...context, input }).catch((error: unknown) => {
        throw isOfCursor(raw, error) ? madeUp() : (refusalOf(error) ?? withoutValues(error))
      })
      lookAtAnswer(definition.verb, definition.output, answer)
      return answer
    }
    const reading = read(parsed.data)
    // A page must not break by an old bookmark: it begins at the beginning. A program is told.
    return actor.via !== 'web'
      ? reading
      : reading.catch((error: unknown) => {
          if (!isOfCursor(raw, error)) throw error
          return read({ ...(parsed.data as object), cursor: undefined } as z.output<Schema>)
        })
  }
  return Object.assign(run, {
    verb: definition.verb,
    input: definition.input,
    output: definition.output,
    kind: 'query' as const,
  })
}
