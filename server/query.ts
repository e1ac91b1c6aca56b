import type { z } from 'zod'
import type { Reader } from '#db/client'
import { db } from '#db/client'
import type { Actor, Coverage, Permission } from '#domain/access'
import { isEmpty, reach } from '#domain/access'
import { faultsOf } from '#domain/faults'
import { Refused } from '#domain/refused'
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

const madeUpCursor = (raw: unknown, error: unknown): Refused | undefined => {
  const given = typeof raw === 'object' && raw !== null && 'cursor' in raw && raw.cursor
  return given && isUnreadable(error) ? new Refused('invalid', { cursor: { key: 'wrong' } }) : undefined
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
    return definition.run(context).catch((error: unknown) => {
      throw madeUpCursor(raw, error) ?? refusalOf(error) ?? withoutValues(error)
    })
  }
  return Object.assign(run, {
    verb: definition.verb,
    input: definition.input,
    output: definition.output,
    kind: 'query' as const,
  })
}
