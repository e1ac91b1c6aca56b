import { parseSubmission } from '@conform-to/dom/future'
import { coerceFormValue } from '@conform-to/zod/v4/future'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import type { Limit } from '#app/_next/limits'
import { limitPerPerson } from '#app/_next/limits'
import { requireActor } from '#app/_next/session'
import type { FormState } from '#components/ui/form-state'
import { IDEMPOTENCY_FIELD } from '#components/ui/form-state'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { faultsOf } from '#domain/faults'
import type { Fault } from '#domain/refused'
import { Refused } from '#domain/refused'
import type { Command } from '#server/command'
import { forgetPerson } from '#server/request-scope'

type Values = NonNullable<FormState['values']>
type Wishes<Result> = {
  /** Where to go when it is done; without it the page is shown afresh. */
  to?: (result: Result, data: FormData) => string | undefined
  /** A key under `done` in messages, said politely when it is done. */
  said?: string
  /** What the form shows this once when it is done, e.g. a code that is kept nowhere. */
  shown?: (result: Result) => Values | undefined
  /** What is said this once when it is done: a secret that is in this answer and nowhere else. */
  told?: (result: Result) => Promise<string>
  /** Where to go instead of saying that it was refused, e.g. to what somebody else did first. */
  instead?: (refused: Refused, data: FormData) => string | undefined
  /** A refusal shows the page afresh too, so that what others changed meanwhile stands beside what was typed. */
  afresh?: boolean
  /** What a press counts against beside the writes of all kinds. */
  limit?: Limit
}

/** Names that no form of ours has: they reach for a prototype, nest without end, or ask for a list of millions. */
const ODD = /(^|[.[])(__proto__|constructor|prototype)([.[\]]|$)|\[\d{4,}\]|^.{200}/s

const SECRET = /password|^current$|^next$|^again$|token|secret/i

/** What was typed, to be shown again after a refusal; secrets never travel back. */
const typed = (data: FormData): Values => {
  const values: Values = {}
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$') || SECRET.test(name) || ODD.test(name)) continue
    const all = data.getAll(name).filter((value): value is string => typeof value === 'string')
    if (all.length) values[name] = all.length > 1 ? all : (all[0] ?? '')
  }
  return values
}

/** `name.uk` and `items[0].id` become objects and lists, as the input's schema names them. */
const structured = (data: FormData): Record<string, unknown> =>
  parseSubmission(data, {
    skipEntry: (name) => name.startsWith('$') || name === IDEMPOTENCY_FIELD || ODD.test(name),
  }).payload

const say = async (fault: Fault): Promise<string> => {
  const t = await getTranslations('refusals')
  return t.has(fault.key as never) ? t(fault.key as never, fault.params as never) : t('wrong')
}

const refusedState = async (refused: Refused, data: FormData, sequence: number): Promise<FormState> => {
  const fields: Record<string, string> = {}
  for (const [field, fault] of Object.entries(refused.fields)) fields[field] = await say(fault)
  const message = await say(refused.fault ?? { key: `reason.${refused.reason}` })
  return { status: 'refused', message, fields, values: typed(data), sequence }
}

/** Runs a write for a form: a refusal comes back with what was typed, anything else is a defect for the error page. */
export async function attempt(
  previous: FormState,
  data: FormData,
  act: (actor: Actor, input: Record<string, unknown>) => Promise<string | Values | undefined>,
  said?: string,
): Promise<FormState> {
  const sequence = previous.sequence + 1
  let outcome: string | Values | undefined
  try {
    const actor = await requireActor()
    await limitPerPerson(actor.personId, 'write')
    outcome = await act(actor, structured(data))
  } catch (error) {
    if (error instanceof Refused) return refusedState(error, data, sequence)
    throw error
  }
  if (typeof outcome === 'string') redirect(outcome)
  refresh()
  const t = await getTranslations('done')
  return { status: 'done', message: said ? t(said as never) : undefined, values: outcome, sequence }
}

/** A refusal that leads somewhere: what somebody else did first is shown rather than told. */
const elsewhere = (instead: NonNullable<Wishes<unknown>['instead']>, data: FormData) => (error: unknown) => {
  const address = error instanceof Refused ? instead(error, data) : undefined
  if (address === undefined) throw error
  return address
}

/** The door between a form and a command. */
export function formAction<Schema extends z.ZodType, Output extends z.ZodType>(
  command: Command<Schema, Output>,
  wishes: Wishes<z.output<Output>> = {},
) {
  const schema = coerceFormValue(command.input)
  const { limit, instead, afresh } = wishes
  return async (previous: FormState, data: FormData): Promise<FormState> => {
    const key = data.get(IDEMPOTENCY_FIELD)
    if (data.get('authorMode') === 'anonymous') forgetPerson()
    let told: string | undefined
    const state = await attempt(
      previous,
      data,
      async (actor, input) => {
        const parsed = schema.safeParse(input, { reportInput: true })
        if (!parsed.success) throw new Refused('invalid', faultsOf(parsed.error))
        if (limit) await limitPerPerson(actor.personId, limit)
        const options = typeof key === 'string' && key ? { key } : {}
        const acting = command(actor, parsed.data as z.input<Schema>, options).then(async (result) => {
          told = await wishes.told?.(result)
          return wishes.to?.(result, data) ?? wishes.shown?.(result)
        })
        return instead ? acting.catch(elsewhere(instead, data)) : acting
      },
      wishes.said,
    )
    if (told !== undefined) return { ...state, message: told }
    if (afresh && state.status === 'refused') refresh()
    return state
  }
}

/** For the one write that nobody is signed in for: the first set-up, guarded by its own token. */
export async function attemptAsStranger<Schema extends z.ZodType, Output extends z.ZodType>(
  previous: FormState,
  data: FormData,
  command: Command<Schema, Output>,
  to: string,
): Promise<FormState> {
  try {
    await command(systemActor(), structured(data) as z.input<Schema>)
  } catch (error) {
    if (error instanceof Refused) return refusedState(error, data, previous.sequence + 1)
    throw error
  }
  redirect(to)
}
