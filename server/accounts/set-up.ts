import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '#db/client'
import { accounts, setUps } from '#db/schema/accounts'
import { employments, grants, people, sites } from '#db/schema/people'
import { organisations } from '#db/schema/settings'
import { SetUp } from '#domain/accounts'
import { conflict, invalid } from '#domain/refused'
import { needsSetUp } from '#server/accounts/actor-queries'
import { command } from '#server/command'
import { hashPassword } from '#server/passwords'

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** On a database without accounts makes the token that guards the set-up page, to be printed on the console; else undefined. */
export async function prepareSetUp(now: Date): Promise<string | undefined> {
  if (!(await needsSetUp())) return undefined
  const token = randomBytes(18).toString('base64url')
  const values = { id: 1, tokenHash: hashOf(token), createdAt: now }
  await db
    .insert(setUps)
    .values(values)
    .onConflictDoUpdate({ target: setUps.id, set: values, setWhere: sql`set_ups.done_at is null` })
  return token
}

/** The first person: an administrator who is also HR, at the first site. Works once, with the token from the console. */
export const setUp = command({
  verb: 'accounts.setUp',
  input: SetUp,
  output: z.object({ personId: z.uuid() }),
  secret: true,
  subject: async (tx) => {
    const [row] = await tx.select().from(setUps).for('update')
    return { people: [], row }
  },
  audit: ({ result }) => ({ kind: 'person', id: result.personId }),
  async run({ tx, input, subject: { row }, now, newId }) {
    if (!row || row.doneAt || !(await needsSetUp(tx))) throw conflict('setUpDone')
    if (!timingSafeEqual(row.tokenHash, hashOf(input.token))) throw invalid('token', 'setUpToken')
    const { rows } = await tx.execute<{ id: string }>(
      sql`select id from positions where slug = 'head-of-centre'`,
    )
    const [personId, siteId] = [newId(), newId()]
    const name = { uk: input.organisation }
    await tx.insert(organisations).values({ name, createdAt: now })
    const place = { uk: input.site }
    await tx.insert(sites).values({
      id: siteId,
      slug: 'first',
      name: place,
      city: place,
      timeZone: 'Europe/Kyiv',
      createdAt: now,
    })
    await tx.insert(people).values({ id: personId, name: input.name, email: input.email, createdAt: now })
    await tx.insert(employments).values({
      id: newId(),
      personId,
      positionId: rows[0]?.id as string,
      siteId,
      kind: 'hire',
      valid: `[${now.toISOString().slice(0, 10)},)`,
      createdAt: now,
    })
    const from = `[${now.toISOString()},)`
    const roles = ['admin', 'hr'].map((role) => ({
      id: newId(),
      personId,
      role,
      valid: from,
      createdAt: now,
    }))
    await tx.insert(grants).values(roles)
    await tx
      .insert(accounts)
      .values({ personId, passwordHash: await hashPassword(input.password), createdAt: now })
    await tx.update(setUps).set({ doneAt: now, doneBy: personId }).where(eq(setUps.id, 1))
    return { personId }
  },
})
