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
export const Statement = z.object({
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
  result: z.object({ score: z.object({ scaled: z.number().min(-1).max(1) }).optional() }).optional(),
  timestamp: z.iso.datetime({ offset: true }).optional(),
})
type Statement = z.output<typeof Statement>

type Told = {
  email: string | null
  account: string | null
  training: string
  verb: (typeof XAPI_VERBS)[number]
  score: number | null
}

/** What a statement tells, in our words. */
export function readStatement({ actor, verb, object, result }: Statement): Told {
  const scaled = result?.score?.scaled
  return {
    email: 'mbox' in actor ? actor.mbox.slice('mailto:'.length).toLowerCase() : null,
    account: 'account' in actor ? actor.account.name : null,
    training: decodeURIComponent(object.id.split(/[?#]/)[0]?.replace(/\/+$/, '').split('/').at(-1) ?? ''),
    verb: VERBS[verb.id],
    score: scaled === undefined ? null : Math.max(0, Math.round(scaled * 10_000) / 100),
  }
}
