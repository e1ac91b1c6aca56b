import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { tellPast } from '#db/testing/history'
import { makeBox } from '#db/testing/ideas'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { narrower, PRAISE_CAPS, PRAISE_REACHES, type PraiseReach } from '#domain/recognition'
import { submitIdea } from '#server/ideas/submit'
import { listNotices } from '#server/notifications/queries'
import { myBudget } from '#server/recognition/budget-queries'
import { givePraise } from '#server/recognition/give'
import { listPraises, listReceived, showPraise } from '#server/recognition/queries'
import { reactToPraise } from '#server/recognition/react'
import { revokePraise } from '#server/recognition/revoke'

const NOW = new Date('2026-03-10T10:00:00Z')
const DEED = 'Годину пояснювала клієнтці похилого віку, як знайти рахунок у застосунку.'

let box: Awaited<ReturnType<typeof makeBox>>
let month = 0

beforeAll(async () => {
  await tellPast()
  box = await makeBox()
})

const give = (by: Actor, to: Actor, given: { visibility?: PraiseReach; now?: Date } = {}) => {
  const { visibility = 'public', now = NOW } = given
  return givePraise(by, { receiverId: to.personId, deed: DEED, value: 'care', visibility }, { now })
}
const wish = (person: Actor, visibility: PraiseReach) =>
  db.execute(sql`update people set praise_visibility = ${visibility} where id = ${person.personId}`)
const people = (count: number) =>
  Promise.all(Array.from({ length: count }, () => makePerson({ siteId: box.siteId, teamId: box.teamId })))
const constraintOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  return 'constraint' in error ? String(error.constraint) : constraintOf(error.cause)
}

describe('a budget', () => {
  test('thirty gifts at once spend exactly what there is, as leader and as colleague', async () => {
    const receivers = await people(30)
    for (const [giver, kind] of [
      [box.supervisor, 'supervisor'],
      [box.operator, 'peer'],
    ] as const) {
      const given = await Promise.allSettled(receivers.map((to) => give(giver, to)))
      expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(PRAISE_CAPS[kind])
      const refused = given.flatMap((result) =>
        result.status === 'rejected' ? [result.reason.fault.key] : [],
      )
      expect(new Set(refused)).toEqual(new Set(['constraint.praises_within_budget']))
      const budget = await myBudget(giver, {}, { now: NOW })
      expect(budget.find((one) => one.kind === kind)).toMatchObject({
        left: 0,
        cap: PRAISE_CAPS[kind],
        month: '2026-03-01',
      })
    }
  })

  test('does not carry over, and what was taken back is given back once', async () => {
    const [giver, one] = (await people(2)) as [Actor, Actor]
    const { id } = await give(giver, one)
    const left = async (now: Date) => (await myBudget(giver, {}, { now }))[0]?.left
    expect([await left(NOW), await left(new Date('2026-04-01T00:00:00Z'))]).toEqual([2, 3])
    const revoke = () => revokePraise(box.hr, { praiseId: id, reason: 'Помилка в імені людини' })
    const both = await Promise.allSettled([revoke(), revoke()])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await left(NOW)).toBe(3)
    expect((await listReceived(one, {})).items).toEqual([])
  })

  test('belongs to the month of the giver’s site: half past midnight in Kyiv is the first, wherever UTC is', async () => {
    const [giver, one] = (await people(2)) as [Actor, Actor]
    const far = await makePerson({ siteId: await makeSite() })
    await db.execute(sql`update sites set time_zone = 'America/New_York' where id = ${far.siteId}`)
    const now = new Date('2026-04-30T21:30:00Z')
    for (const by of [giver, far]) await give(by, one, { now })
    const { rows } = await db.execute(sql`
      select giver_id as giver, budget_month::text as month from praises where receiver_id = ${one.personId} order by 2 desc`)
    expect(rows).toEqual([
      { giver: giver.personId, month: '2026-05-01' },
      { giver: far.personId, month: '2026-04-01' },
    ])
    expect((await myBudget(giver, {}, { now }))[0]).toMatchObject({ month: '2026-05-01', left: 2 })
    expect((await myBudget(far, {}, { now }))[0]).toMatchObject({ month: '2026-04-01', left: 2 })
  })

  test('whatever is given and taken back in whatever order, what is spent is what stands, and never over the cap', async () => {
    const act = fc.record({ to: fc.nat(4), back: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 8 }), async (acts) => {
        const [giver, ...receivers] = (await people(6)) as [Actor, ...Actor[]]
        const standing = new Map<number, string>()
        for (const { to, back } of acts) {
          const known = standing.get(to)
          if (back && known) {
            await revokePraise(box.hr, { praiseId: known, reason: 'Надіслано не тій людині' })
            standing.delete(to)
          } else {
            const given = await give(giver, receivers[to] as Actor).catch(() => null)
            if (given) standing.set(to, given.id)
          }
          const [budget] = await myBudget(giver, {}, { now: NOW })
          expect(budget?.left).toBe(PRAISE_CAPS.peer - standing.size)
        }
      }),
      { numRuns: 10 },
    )
  })

  test('Postgres keeps it for whoever goes past the verb', async () => {
    const [giver, ...receivers] = (await people(5)) as [Actor, ...Actor[]]
    const insert = (to: Actor, at: string, claimed = '2026-01-01') =>
      db.execute(sql`
        insert into praises (id, kind, giver_id, receiver_id, value_id, deed, visibility, budget_month, created_at)
        values (${newId(NOW)}, 'peer', ${giver.personId}, ${to.personId}, (select id from company_values limit 1), ${DEED}, 'public',
          ${claimed}, ${at})`)
    const fail = (act: Promise<unknown>) => act.then(() => undefined, constraintOf)
    const budget = (first: string) =>
      db.execute(
        sql`insert into praise_budgets (giver_id, kind, month, cap) values (${giver.personId}, 'peer', ${first}, 2)`,
      )
    expect(await fail(insert(receivers[0] as Actor, '2026-03-10'))).toBe('praises_within_budget')
    await budget('2026-03-01')
    await budget('2026-02-01')
    await insert(receivers[0] as Actor, '2026-03-10')
    const { rows } = await db.execute(
      sql`select budget_month::text as month from praises where giver_id = ${giver.personId}`,
    )
    expect(rows).toEqual([{ month: '2026-03-01' }])
    expect(await fail(insert(receivers[1] as Actor, '2026-02-27'))).toBe('praises_not_back_dated')
    expect(await fail(insert(giver, '2026-03-11'))).toBe('praises_not_self')
    expect(await fail(insert(receivers[0] as Actor, '2026-03-12'))).toBe('praises_peer_pair')
    await insert(receivers[1] as Actor, '2026-03-12')
    expect(await fail(insert(receivers[2] as Actor, '2026-03-13'))).toBe('praises_within_budget')
    const cheat = db.execute(
      sql`update praise_budgets set spent = cap + 1 where giver_id = ${giver.personId}`,
    )
    expect(await fail(cheat)).toBe('praise_budgets_spent')
    expect(await fail(db.execute(sql`delete from praises where giver_id = ${giver.personId}`))).toBe(
      'praises_append_only',
    )
  })
})

test('nobody praises themselves, twice the same colleague in a month, or somebody who is gone', async () => {
  const [giver, other] = (await people(2)) as [Actor, Actor]
  await expect(give(giver, giver)).rejects.toMatchObject({
    fields: { receiverId: { key: 'constraint.praises_not_self' } },
  })
  await give(giver, other)
  await expect(give(giver, other)).rejects.toMatchObject({
    fields: { receiverId: { key: 'constraint.praises_peer_pair' } },
  })
  await db.execute(
    sql`update employments set valid = daterange(lower(valid), '2026-02-01') where person_id = ${other.personId}`,
  )
  await expect(give(giver, other, { now: new Date('2026-04-02') })).rejects.toMatchObject({
    reason: 'not-found',
  })
})

test('who wrote a praise and who received it hear that it was taken off the wall, and why', async () => {
  const [giver, one] = (await people(2)) as [Actor, Actor]
  const { id } = await give(giver, one)
  const reason = 'Надіслано не тій людині'
  await revokePraise(box.hr, { praiseId: id, reason })
  for (const [reader, whose] of [
    [giver, 'given'],
    [one, 'received'],
  ] as const) {
    const { items } = await listNotices(reader, {})
    expect(items.filter(({ kind }) => kind === 'praise.revoked')).toMatchObject([
      { params: { whose, reason } },
    ])
  }
})

test('the receiver hears of it, joins in counts once, and the wall pages through everything once', async () => {
  const [giver, one] = (await people(2)) as [Actor, Actor]
  const { id } = await give(giver, one)
  const { rows } = await db.execute(sql`select kind from notices where person_id = ${one.personId}`)
  expect(rows).toEqual([{ kind: 'praise.received' }])
  for (const reaction of ['clap', 'heart'] as const) await reactToPraise(one, { praiseId: id, reaction })
  const [item] = (await listReceived(one, {})).items
  expect(item).toMatchObject({
    reactions: { clap: 0, heart: 1, strength: 0 },
    mine: 'heart',
    value: { slug: 'care' },
  })
  const seen = new Set<string>()
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await listPraises(box.hr, { limit: 4, cursor })
    for (const praise of items) {
      expect(seen.has(praise.id)).toBe(false)
      seen.add(praise.id)
    }
    if (!next) break
    cursor = next
  }
  expect(seen.size).toBeGreaterThan(8)
})

describe('who sees a praise', () => {
  test('the twin in SQL is the rule', async () => {
    const pairs = PRAISE_REACHES.flatMap((chosen) =>
      PRAISE_REACHES.map((wished) => [chosen, wished] as const),
    )
    for (const [chosen, wished] of pairs) {
      const { rows } = await db.execute<{ reach: string }>(
        sql`select praise_reach(${chosen}, ${wished}) as reach`,
      )
      expect(rows[0]?.reach).toBe(narrower(chosen, wished))
    }
    fc.assert(
      fc.property(fc.constantFrom(...pairs), ([chosen, wished]) => {
        const reach = PRAISE_REACHES.indexOf(narrower(chosen, wished))
        return reach <= PRAISE_REACHES.indexOf(chosen) && reach <= PRAISE_REACHES.indexOf(wished)
      }),
    )
  })

  test('is the narrower of choice and wish for every reader, on the wall, in the team and when joining in', async () => {
    const siteId = await makeSite()
    const elsewhere = await makePerson({ siteId, teamId: await makeTeam(siteId) })
    const leader: Actor = { ...elsewhere, grants: [{ role: 'supervisor', teamId: box.teamId, siteId: null }] }
    for (const chosen of PRAISE_REACHES) {
      for (const wished of PRAISE_REACHES) {
        const [giver, receiver, mate] = (await people(3)) as [Actor, Actor, Actor]
        await wish(receiver, wished)
        const { id, shownTo } = await give(giver, receiver, {
          visibility: chosen,
          now: new Date(Date.UTC(2026, 2, 11, month++ % 24)),
        })
        expect(shownTo).toBe(narrower(chosen, wished))
        const readers: [Actor, boolean][] = [
          [giver, true],
          [receiver, true],
          [mate, shownTo !== 'private'],
          [leader, shownTo !== 'private'],
          [elsewhere, shownTo === 'public'],
          [box.hr, shownTo !== 'private'],
        ]
        for (const [reader, sees] of readers) {
          const wall = await listPraises(reader, { limit: 100 })
          expect(wall.items.some((item) => item.id === id)).toBe(sees)
          const team = await listPraises(reader, { limit: 100, teamId: box.teamId })
          expect(team.items.some((item) => item.id === id)).toBe(sees)
          const joined = await reactToPraise(reader, { praiseId: id, reaction: 'clap' }).then(
            () => true,
            () => false,
          )
          expect(joined).toBe(sees)
        }
      }
    }
  })

  test('what it is for says no more of an idea than the idea’s own page: nothing once HR took it out of sight', async () => {
    const [giver, author, other] = (await people(3)) as [Actor, Actor, Actor]
    const title = `Підказка тарифу просто в картці ${author.personId}`
    const { number } = await submitIdea(author, { title, areaId: box.areaId, authorMode: 'named' })
    const praise = { receiverId: author.personId, deed: DEED, value: 'care', visibility: 'public' } as const
    const { id } = await givePraise(giver, { ...praise, idea: number }, { now: NOW })
    const pointed = {
      ...praise,
      receiverId: box.operator.personId,
      evidence: 'idea',
      reference: `№ ${number}`,
    } as const
    // Of somebody else, not a number, or of nobody: refused where it was written.
    for (const reference of [pointed.reference, 'тариф', '-1'])
      await expect(givePraise(giver, { ...pointed, reference }, { now: NOW })).rejects.toMatchObject({
        fields: { reference: { key: 'noSuchIdea' } },
      })
    const again = { ...pointed, receiverId: author.personId }
    const { id: second } = await givePraise(other, again, { now: NOW })
    expect((await showPraise(giver, { praiseId: second })).idea).toEqual({ number, title })
    const ideaFor = async (reader: Actor) => (await showPraise(reader, { praiseId: id })).idea
    expect(await ideaFor(giver)).toEqual({ number, title })
    await db.execute(sql`update ideas set removed = true where number = ${number}`)
    expect(await ideaFor(giver)).toBeNull()
    expect(
      (await listPraises(box.operator, { limit: 100 })).items.find((one) => one.id === id)?.idea,
    ).toBeNull()
    expect(await ideaFor(author)).toEqual({ number, title })
  })

  test('a wish that changes later holds for what was given before', async () => {
    const [giver, receiver, mate] = (await people(3)) as [Actor, Actor, Actor]
    const { id } = await give(giver, receiver)
    const seen = async () => (await listPraises(mate, { limit: 100 })).items.some((item) => item.id === id)
    expect(await seen()).toBe(true)
    await wish(receiver, 'private')
    expect(await seen()).toBe(false)
  })
})
