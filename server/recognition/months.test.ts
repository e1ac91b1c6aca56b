import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { testDatabase } from '#db/testing'
import { attack } from '#db/testing/floor'
import { makeBox } from '#db/testing/ideas'
import { makePerson } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { addMonths, firstOfMonth } from '#domain/months'
import { PRAISE_CAPS } from '#domain/recognition'
import { answerIdea } from '#server/ideas/answer'
import { recordEffect } from '#server/ideas/record-effect'
import { submitIdea } from '#server/ideas/submit'
import { givePraise } from '#server/recognition/give'

const DEED = 'Годину пояснювала клієнтці похилого віку, як знайти рахунок у застосунку.'

let box: Awaited<ReturnType<typeof makeBox>>
let month: string

beforeAll(async () => {
  box = await makeBox()
  const { rows } = await db.execute<{ day: string }>(
    sql`select person_day(${box.operator.personId}, now())::text as day`,
  )
  month = firstOfMonth(rows[0]?.day as string)
})

const inMonth = (months: number) => new Date(`${addMonths(month, months)}T12:00:00Z`)
const people = (count: number) =>
  Promise.all(Array.from({ length: count }, () => makePerson({ siteId: box.siteId, teamId: box.teamId })))

const insert = (giver: Actor, receiver: Actor, at: Date, kind = 'peer') =>
  attack(
    db.execute(sql`
      insert into praises (id, kind, giver_id, receiver_id, value_id, deed, visibility, created_at)
      values (${newId(at)}, ${kind}, ${giver.personId}, ${receiver.personId}, (select id from company_values limit 1), ${DEED}, 'public', ${at})`),
  )

describe('Postgres knows no month of praise but its own', () => {
  test('neither one gone by, however empty, nor one to come; by the verb and past it', async () => {
    const [giver, one, other] = (await people(3)) as [Actor, Actor, Actor]
    for (const months of [-12, -1, 1])
      await db.execute(sql`
        insert into praise_budgets (giver_id, kind, month, cap) values (${giver.personId}, 'peer', ${addMonths(month, months)}, 3)`)
    for (const months of [-12, -1, 1]) {
      expect(await insert(giver, one, inMonth(months))).toBe('praises_not_back_dated')
      await expect(
        givePraise(
          giver,
          { receiverId: one.personId, deed: DEED, value: 'care', visibility: 'public' },
          { now: inMonth(months) },
        ),
      ).rejects.toMatchObject({ fault: { key: 'constraint.praises_not_back_dated' } })
    }
    const given = { deed: DEED, value: 'care', visibility: 'public' } as const
    await givePraise(giver, { receiverId: one.personId, ...given })
    expect(await insert(giver, other, inMonth(-1))).toBe('praises_not_back_dated')
    const { rows } = await db.execute(sql`
      select month::text, spent from praise_budgets where giver_id = ${giver.personId} and spent > 0`)
    expect(rows).toEqual([{ month, spent: 1 }])
  })

  test('thirty at once, half of them for the month before, spend this month alone', async () => {
    const [giver, ...receivers] = (await people(31)) as [Actor, ...Actor[]]
    const all = await Promise.allSettled(
      receivers.map((to, turn) =>
        givePraise(
          giver,
          { receiverId: to.personId, deed: DEED, value: 'care', visibility: 'public' },
          turn % 2 ? { now: inMonth(-1) } : {},
        ),
      ),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(PRAISE_CAPS.peer)
    const { rows } = await db.execute(
      sql`select distinct budget_month::text as month from praises where giver_id = ${giver.personId}`,
    )
    expect(rows).toEqual([{ month }])
  })

  test('the application cannot say that the past is told; whoever owns the tables can', async () => {
    const [giver, one] = (await people(2)) as [Actor, Actor]
    const open = "insert into history_tellings (told_until) values (now() + interval '1 hour')"
    const told = await db
      .execute(sql`insert into history_tellings (told_until) values (now() + interval '1 hour')`)
      .then(
        () => 'told',
        (error: Error) => String((error.cause as Error | undefined)?.message ?? error.message),
      )
    expect(told).toContain('permission denied')
    await db.execute(sql`
      insert into praise_budgets (giver_id, kind, month, cap) values (${giver.personId}, 'peer', ${addMonths(month, -1)}, 3)`)
    const owner = new Client({ connectionString: testDatabase().ownerUrl })
    await owner.connect()
    await owner.query("insert into history_tellings (told_until) values (now() - interval '1 second')")
    expect(await insert(giver, one, inMonth(-1))).toBe('praises_not_back_dated')
    await owner.query(open)
    expect(await insert(giver, one, inMonth(-1))).toBeUndefined()
    await owner.query('delete from history_tellings')
    await owner.end()
  })

  test('an idea of the month is of the month before this one', async () => {
    const title = 'Швидша картка клієнта'
    const { number } = await submitIdea(box.operator, { title, areaId: box.areaId, authorMode: 'named' })
    const body = 'Зробили: картка відкривається за дві секунди.'
    const done = { number, kind: 'decision', state: 'done', reason: 'useful', body } as const
    await answerIdea(box.supervisor, done, { now: inMonth(-4) })
    const effect = { number, kind: 'hours', before: 90, after: 60, body } as const
    await recordEffect(box.supervisor, effect, { now: inMonth(-4) })
    const award = (months: number, at: Date) =>
      attack(
        db.transaction(async (tx) => {
          const of = addMonths(month, months)
          await tx.execute(sql`insert into award_months (month) values (${of}) on conflict do nothing`)
          await tx.execute(sql`
            insert into awards (month, place, places, idea_id, deed, confirmed_by, created_at)
            select ${of}, 1, m.places, i.id, ${DEED}, ${box.hr.personId}, ${at} from ideas i, award_months m
            where i.number = ${number} and m.month = ${of}`)
        }),
      )
    expect(await award(-3, inMonth(-2))).toBe('awards_month_before')
    expect(await award(0, inMonth(1))).toBe('awards_month_before')
    expect(await award(-1, inMonth(0))).toBeUndefined()
  })
})
