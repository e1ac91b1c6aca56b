import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Tx } from '#db/client'
import { db } from '#db/client'
import { newId } from '#db/ids'
import type { Actor, Permission, Subject } from '#domain/access'
import { can, isEmpty, reach } from '#domain/access'
import { faultsOf } from '#domain/faults'
import { Refused } from '#domain/refused'
import { lookAtAnswer } from '#server/answers'
import { writeAudit } from '#server/audit-trail'
import { refusalOf } from '#server/constraints'
import { withoutValues } from '#server/defects'
import { recallResult, rememberResult } from '#server/idempotency'
import type { Notice } from '#server/notices'
import { writeNotices } from '#server/notices'
import { forgetPerson } from '#server/request-scope'

export type Options = {
  /** The moment of the act; the door's clock unless a test, a job or a story says otherwise. */
  now?: Date
  /** A client-made key: the same key with the same input answers as before. */
  key?: string
  /** An outer transaction, for flows that need two commands or none. */
  tx?: Tx
  /** Makes ids; stories pass a seeded one. */
  newId?: (now: Date) => string
}

/** What the audit keeps of an act: the thing and a few ids or numbers, never what somebody wrote. */
export type Trace = {
  kind: string
  id: string | null
  detail?: Record<string, string | number | boolean | null>
}

/** What a verb works with. */
export type Context<Input = unknown, Loaded = unknown> = {
  tx: Tx
  actor: Actor
  input: Input
  subject: Loaded
  now: Date
  newId: () => string
  notify: (notice: Notice) => void
}

type Definition<Schema extends z.ZodType, Loaded extends Subject, Output extends z.ZodType> = {
  verb: Permission
  input: Schema
  output: Output
  /** Loads and locks what the act is about, and says whose and where it is; refuses `not-found` itself. */
  subject: (tx: Tx, input: z.output<Schema>, actor: Actor, now: Date) => Promise<Loaded> | Loaded
  /** The permission to read the subject: who has it hears `forbidden` instead of `not-found`. */
  readable?: Permission
  /** An act with a secret in its input or answer: no key remembers it, as even a plain hash of a password gives it away. */
  secret?: boolean
  /** What a key compares in place of the input, where that holds megabytes. */
  compared?: (input: z.output<Schema>) => unknown
  /** An act that must not be traced to a person: nothing stored names them. */
  anonymous?: (input: z.output<Schema>) => boolean
  audit: (outcome: { input: z.output<Schema>; subject: Loaded; result: z.input<Output> }) => Trace
  run: (context: Context<z.output<Schema>, Loaded>) => Promise<z.input<Output>>
}

export type Command<Schema extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  (actor: Actor, input: z.input<Schema>, options?: Options): Promise<z.output<Output>>
  verb: Permission
  input: Schema
  output: Output
  kind: 'command'
  secret?: boolean
}

const hashOf = (verb: string, input: unknown): string =>
  createHash('sha256').update(verb).update(JSON.stringify(input)).digest('hex')

const askPolicy = (
  actor: Actor,
  verb: Permission,
  readable: Permission | undefined,
  subject: Subject,
): void => {
  if (can(actor, verb, subject)) return
  throw new Refused(readable && can(actor, readable, subject) ? 'forbidden' : 'not-found')
}

const saysAnonymous = (anonymous: ((input: never) => boolean) | undefined, raw: unknown): boolean =>
  Boolean(anonymous && typeof raw === 'object' && raw !== null && anonymous(raw as never))

/**
 * Makes a write: parse → load and lock → ask the policy → run → audit → notices, in one transaction. What Postgres refuses
 * becomes a `Refused` where the constraint is known, and stays a defect where it is not.
 */
export function command<Schema extends z.ZodType, Loaded extends Subject, Output extends z.ZodType>(
  definition: Definition<Schema, Loaded, Output>,
): Command<Schema, Output> {
  const { verb, secret = false, compared = (input: unknown) => input } = definition

  const act = async (tx: Tx, actor: Actor, input: z.output<Schema>, options: Options, now: Date) => {
    const anonymous = definition.anonymous?.(input) ?? false
    const mayRemember = options.key && !anonymous && !secret
    const remember = mayRemember
      ? { key: options.key as string, hash: hashOf(verb, compared(input)) }
      : undefined
    if (remember) {
      const before = await recallResult(tx, { actor, verb, now, ...remember })
      if (before.found) return before.result as z.output<Output>
    }
    const subject = await definition.subject(tx, input, actor, now)
    askPolicy(actor, verb, definition.readable, subject)
    const notices: Notice[] = []
    const id = () => (options.newId ?? newId)(now)
    const notify = (notice: Notice) => void notices.push(notice)
    const result = await definition.run({ tx, actor, input, subject, now, newId: id, notify })
    lookAtAnswer(verb, definition.output, result)
    // A row of an anonymous act's own transaction would share its number with it, and say between which others it came.
    if (!anonymous) {
      await writeAudit(tx, { actor, verb, now, id, trace: definition.audit({ input, subject, result }) })
    }
    await writeNotices(tx, { notices, actor, anonymous, now, id })
    if (remember) await rememberResult(tx, { actor, key: remember.key, result })
    return result as z.output<Output>
  }

  const run = async (actor: Actor, raw: z.input<Schema>, options: Options = {}) => {
    const now = options.now ?? new Date()
    // Also where the rest of the input will be refused: the log of a refused anonymous act names nobody either.
    if (saysAnonymous(definition.anonymous, raw)) forgetPerson()
    if (actor.access !== 'write' || isEmpty(reach(actor, verb))) throw new Refused('forbidden')
    const parsed = definition.input.safeParse(raw, { reportInput: true })
    if (!parsed.success) throw new Refused('invalid', faultsOf(parsed.error))
    try {
      if (options.tx) return await options.tx.transaction((tx) => act(tx, actor, parsed.data, options, now))
      return await db.transaction((tx) => act(tx, actor, parsed.data, options, now))
    } catch (error) {
      throw refusalOf(error) ?? withoutValues(error)
    }
  }

  return Object.assign(run, {
    verb,
    input: definition.input,
    output: definition.output,
    kind: 'command' as const,
    secret,
  })
}

/** The subject of an act that makes something of the actor's own. */
export const byActor = (_tx: Tx, _input: unknown, actor: Actor) => ({
  people: [actor.personId],
  teamId: actor.teamId,
  siteId: actor.siteId,
})
