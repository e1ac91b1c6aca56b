import type { ParseArgsConfig } from 'node:util'
import { parseArgs } from 'node:util'
import { eq } from 'drizzle-orm'
import { closeDatabase, db } from '#db/client'
import { environment } from '#db/environment'
import { openInstallation } from '#db/installation'
import { people } from '#db/schema/people'
import { CannotStart } from '#domain/cannot-start'
import { endWith } from '#scripts/ending'
import { findActor } from '#server/accounts/actor-queries'
import { makeToken } from '#server/accounts/make-token'

const USAGE = 'Usage: npm run token -- --email E [--scope read|write] [--days N]'

/** @throws CannotStart where an option is unknown or has no value */
const given = <Options extends NonNullable<ParseArgsConfig['options']>>(options: Options) => {
  try {
    return parseArgs({ options }).values
  } catch (cause) {
    throw new CannotStart(2, USAGE, { cause })
  }
}

const wished = () => {
  const options = { email: { type: 'string' }, scope: { type: 'string' }, days: { type: 'string' } } as const
  const { email, scope = 'read', days = '30' } = given(options)
  const inDays = /^\d{1,3}$/.test(days) && Number(days) >= 1 && Number(days) <= 365
  if (!email || (scope !== 'read' && scope !== 'write') || !inDays) throw new CannotStart(2, USAGE)
  return { email: email.toLowerCase(), scope, days: Number(days) } as const
}

/** Prints a REST token of an account and nothing else on standard output. */
const printToken = async () => {
  const { email, scope, days } = wished()
  const installation = await openInstallation(environment(), (line) => void process.stderr.write(`${line}\n`))
  try {
    const [person] = await db.select({ id: people.id }).from(people).where(eq(people.email, email))
    const actor = person && (await findActor(person.id))
    if (!actor) throw new CannotStart(2, `Nobody who works here now has the e-mail ${email}.`)
    const { secret } = await makeToken(actor, { name: 'npm run token', scope, days })
    process.stdout.write(`${secret}\n`)
  } finally {
    await closeDatabase()
    await installation.leave()
  }
}

printToken().catch(endWith)
