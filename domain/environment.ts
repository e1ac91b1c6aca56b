import { z } from 'zod'
import { CannotStart } from '#domain/cannot-start'

/** The error text of each variable completes the sentence "NAME must be …". */
const must = (expected: string) => ({ error: expected })

const addressOf = (protocols: string[], expected: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), must(expected))

const PORT = 'a port number from 0 to 65535 (0 takes any free one)'
const postgres = addressOf(
  ['postgres:', 'postgresql:'],
  'an address such as postgres://user:password@host:5432/sviato',
)
const origin = addressOf(['http:', 'https:'], 'an address such as https://sviato.example.org').refine(
  (value) => URL.canParse(value) && new URL(value).pathname === '/' && !new URL(value).search,
  must('an address without a path, such as https://sviato.example.org'),
)

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const Variables = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, must(PORT))
    .transform(Number)
    .refine((port) => port <= 65535, must(PORT))
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, must('an address to listen on, such as 127.0.0.1 or 0.0.0.0'))
    .default('127.0.0.1'),
  APP_URL: origin.optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: postgres.optional(),
  DATABASE_OWNER_URL: postgres.optional(),
  AUTH_SECRET: z
    .string()
    .min(32, must('at least 32 random characters, such as `openssl rand -base64 32` prints'))
    .optional(),
  OIDC_ISSUER: addressOf(['http:', 'https:'], 'an address such as https://login.example.org').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  SMTP_URL: addressOf(
    ['smtp:', 'smtps:'],
    'an address such as smtps://user:password@mail.example.org',
  ).optional(),
  MAIL_FROM: z.string().includes('@', must('a sender such as "Sviato <sviato@example.org>"')).optional(),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[0-9]$/, must('how many proxies of yours stand before the portal, 0 to 9'))
    .transform(Number)
    .default(0),
  WEBHOOK_PRIVATE_HOSTS: z
    .string()
    .transform((list) => list.split(',').map((item) => item.trim().toLowerCase()))
    .pipe(
      z.array(
        z
          .string()
          .regex(
            /^[\w.:-]+$/,
            must('hosts inside, each with its port or without: tracker.local:8443,10.1.2.3'),
          ),
      ),
    )
    .default([]),
  METRICS_TOKEN: z.string().min(16, must('at least 16 characters')).optional(),
  DEMO: z.enum(['0', '1'], must('1 (demo content on an empty database) or 0 (never)')).optional(),
  LOG_LEVEL: z.enum(LEVELS, must(`one of ${LEVELS.join(', ')}`)).default('info'),
  WORKER: z.enum(['0', '1', 'only'], must('0 (web only), only (worker only) or 1 (both)')).default('1'),
})

type Variables = z.output<typeof Variables>

const TOGETHER: (keyof Variables)[][] = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['SMTP_URL', 'MAIL_FROM'],
]

const missingPartners = (set: Variables): string[] => {
  const groups = set.DATABASE_OWNER_URL
    ? [...TOGETHER, ['DATABASE_URL', 'DATABASE_OWNER_URL'] as const]
    : TOGETHER
  return groups.flatMap((group) => {
    const given = group.filter((name) => set[name])
    if (!given.length) return []
    return group.filter((name) => !set[name]).map((name) => `${name} must be set, because ${given[0]} is.`)
  })
}

const shaped = (set: Variables) => ({
  port: set.PORT,
  host: set.HOST,
  /** Where people reach the portal; without APP_URL this machine's own address. */
  appUrl: (set.APP_URL ?? `http://localhost:${set.PORT}`).replace(/\/$/, ''),
  dataDir: set.DATA_DIR,
  databaseUrl: set.DATABASE_URL,
  databaseOwnerUrl: set.DATABASE_OWNER_URL ?? set.DATABASE_URL,
  authSecret: set.AUTH_SECRET,
  oidc:
    set.OIDC_ISSUER && set.OIDC_CLIENT_ID && set.OIDC_CLIENT_SECRET
      ? { issuer: set.OIDC_ISSUER, clientId: set.OIDC_CLIENT_ID, clientSecret: set.OIDC_CLIENT_SECRET }
      : undefined,
  mail: set.SMTP_URL && set.MAIL_FROM ? { url: set.SMTP_URL, from: set.MAIL_FROM } : undefined,
  /** How many entries at the end of X-Forwarded-For were written by proxies of our own. */
  trustedProxies: set.TRUSTED_PROXIES,
  /** Addresses inside that a webhook may be sent to. */
  webhookPrivateHosts: set.WEBHOOK_PRIVATE_HOSTS,
  metricsToken: set.METRICS_TOKEN,
  /** undefined: demo content only where the embedded database is empty. */
  demo: set.DEMO === undefined ? undefined : set.DEMO === '1',
  logLevel: set.LOG_LEVEL,
  web: set.WORKER !== 'only',
  worker: set.WORKER !== '0',
})

export type Environment = ReturnType<typeof shaped>

/**
 * What the administrator set. An empty variable counts as not set.
 * @throws CannotStart (exit code 2) that names every wrong variable and what it should be, and never its value.
 */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const parsed = Variables.safeParse(given)
  if (!parsed.success) {
    const first = new Map(
      parsed.error.issues.toReversed().map((issue) => [String(issue.path[0]), issue.message]),
    )
    throw new CannotStart(2, [...first].map(([name, expected]) => `${name} must be ${expected}.`).join('\n'))
  }
  const missing = missingPartners(parsed.data)
  if (missing.length) throw new CannotStart(2, missing.join('\n'))
  return shaped(parsed.data)
}
