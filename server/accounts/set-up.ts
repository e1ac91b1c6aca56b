import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '#db/client'
import { accounts, setUps } from '#db/schema/accounts'
import { employments, grants, people, sites } from '#db/schema/people'
import { organisations } from '#db/schema/settings'
import { SetUp } from '#domain/accounts'
import { nameFrom } from '#domain/latin'
import { conflict, invalid } from '#domain/refused'
import { dateAt } from '#domain/site-time'
import { needsSetUp } from '#server/accounts/actor-queries'
import { command } from '#server/command'
import { hashPassword } from '#server/passwords'

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const YOUNG = 24 * 3_600_000

/** The same from every instance, which share the secret; the table holds only its hash. */
const tokenOf = (madeAt: Date, secret: string): string =>
  createHmac('sha256', secret).update(`set-up ${madeAt.toISOString()}`).digest('base64url').slice(0, 24)

/**
 * On a database without accounts the token that guards the set-up page, to be printed on the console; else undefined. Of several
 * instances each prints the one that was made first, for a day.
 */
export async function prepareSetUp(now: Date, secret: string): Promise<string | undefined> {
  if (!(await needsSetUp())) return undefined
  const fresh = { id: 1, tokenHash: hashOf(tokenOf(now, secret)), createdAt: now }
  await db.insert(setUps).values(fresh).onConflictDoNothing()
  const find = async () => (await db.select().from(setUps).limit(1))[0]
  const kept = await find()
  if (!kept) return undefined
  const works = hashOf(tokenOf(kept.createdAt, secret)).equals(kept.tokenHash)
  if (works && now.getTime() - kept.createdAt.getTime() < YOUNG) return tokenOf(kept.createdAt, secret)
  // Only as it was read: another instance may have made a new one meanwhile.
  await db
    .update(setUps)
    .set(fresh)
    .where(and(eq(setUps.tokenHash, kept.tokenHash), isNull(setUps.doneAt)))
  const renewed = await find()
  return renewed && tokenOf(renewed.createdAt, secret)
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
      slug: nameFrom(input.site, [], '-'),
      name: place,
      city: place,
      timeZone: input.timeZone,
      createdAt: now,
    })
    await tx.insert(people).values({ id: personId, name: input.name, email: input.email, createdAt: now })
    await tx.insert(employments).values({
      id: newId(),
      personId,
      positionId: rows[0]?.id as string,
      siteId,
      kind: 'hire',
      valid: `[${dateAt(now, input.timeZone)},)`,
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
