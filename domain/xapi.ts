import { z } from 'zod'

const VERBS = {
  'http://adlnet.gov/expapi/verbs/completed': 'completed',
  'http://adlnet.gov/expapi/verbs/passed': 'passed',
  'http://adlnet.gov/expapi/verbs/failed': 'failed',
} as const
export const XAPI_VERBS = ['completed', 'passed', 'failed'] as const
type VerbId = keyof typeof VERBS
const verbIds = Object.keys(VERBS) as [VerbId, ...VerbId[]]

/**
 * One statement of an outside learning system (xAPI 1.0.3 or 2.0). The actor is known by the mailbox or by the account's name (our
 * external id of the person), the training by the last part of the object's address: its slug or its code.
 */
const Statement = z.object({
  id: z.uuid(),
  actor: z.union([
    z.object({
      mbox: z
        .string()
        .regex(/^mailto:.+@.+$/, 'email')
        .max(300),
    }),
    z.object({ account: z.object({ homePage: z.url(), name: z.string().min(1).max(200) }) }),
  ]),
  verb: z.object({ id: z.enum(verbIds) }),
  object: z.object({ id: z.url().max(500) }),
  result: z
    .object({
      /** Said beside `completed` by systems that have no verb for a failure. */
      success: z.boolean().optional(),
      score: z
        .object({
          scaled: z.number().min(-1).max(1).optional(),
          raw: z.number().optional(),
          min: z.number().optional(),
          max: z.number().optional(),
        })
        .optional(),
    })
    .optional(),
  timestamp: z.iso.datetime({ offset: true }).optional(),
})
export type Statement = z.output<typeof Statement>

/** As the standard's POST takes them: one statement, or several that are taken together or not at all. */
export const Statements = z.union([Statement, z.array(Statement).min(1).max(100)])

type Told = {
  email: string | null
  account: string | null
  training: string
  verb: (typeof XAPI_VERBS)[number]
  score: number | null
}

type Score = NonNullable<NonNullable<Statement['result']>['score']>

/** Per cent; systems say a share, or points out of so many. */
const percentOf = ({ scaled, raw, min = 0, max }: Score): number | null => {
  const share =
    scaled ?? (raw === undefined || max === undefined || max <= min ? undefined : (raw - min) / (max - min))
  return share === undefined ? null : Math.min(100, Math.max(0, Math.round(share * 10_000) / 100))
}

/** The last part of an address; one that is written wrongly stays as it is written, and names nothing. */
const nameAt = (address: string): string => {
  const last = address.split(/[?#]/)[0]?.replace(/\/+$/, '').split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

/** What a statement tells, in our words. */
export function readStatement({ actor, verb, object, result }: Statement): Told {
  return {
    email: 'mbox' in actor ? actor.mbox.slice('mailto:'.length).toLowerCase() : null,
    account: 'account' in actor ? actor.account.name : null,
    training: nameAt(object.id),
    verb: result?.success === false ? 'failed' : VERBS[verb.id],
    score: result?.score ? percentOf(result.score) : null,
  }
}
