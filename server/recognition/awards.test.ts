import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { attack } from '#db/testing/floor'
import { tellPast } from '#db/testing/history'
import { makeBox } from '#db/testing/ideas'
import { makePerson, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { awardPlaces } from '#domain/praise-numbers'
import type { PraiseReach } from '#domain/recognition'
import { answerIdea } from '#server/ideas/answer'
import { recordEffect } from '#server/ideas/record-effect'
import { submitIdea } from '#server/ideas/submit'
import { listAwards, showAwardDesk } from '#server/recognition/award-queries'
import { confirmAward } from '#server/recognition/confirm-award'
import { givePraise } from '#server/recognition/give'
import type { Glad } from '#server/recognition/news-queries'
import { showNews } from '#server/recognition/news-queries'
import { listPraises } from '#server/recognition/queries'
import { listForScreen } from '#server/recognition/screen-queries'
import { setCelebrations } from '#server/recognition/set-celebrations'

const DEED = 'Картка клієнта відкривається вдвічі швидше на кожному дзвінку.'
const day = (date: string) => new Date(`${date}T10:00:00Z`)

let box: Awaited<ReturnType<typeof makeBox>>
let hr: Actor
let turn = 0

beforeAll(async () => {
  await tellPast()
  box = await makeBox()
  hr = box.hr
})

/** An idea that was done on a day and measured a month later. */
const doneIdea = async (doneOn: string, author = box.operator, authorMode: 'named' | 'hidden' = 'named') => {
  const title = `Швидша картка ${turn++}`
  const { number } = await submitIdea(author, { title, areaId: box.areaId, authorMode })
  const body = 'Зробили: картка відкривається за дві секунди.'
  await answerIdea(
    box.supervisor,
    { number, kind: 'decision', state: 'done', reason: 'useful', body },
    { now: day(doneOn) },
  )
  const effect = { kind: 'time' as const, before: 90, after: 60, contacts: 1200, body }
  await recordEffect(box.supervisor, { number, ...effect }, { now: day(doneOn) })
  return number
}
const confirm = (number: number, now: string, by = hr) =>
  confirmAward(by, { number, deed: DEED, value: 'care' }, { now: day(now) })

describe('an idea of the month', () => {
  test('comes from what was measured, is announced with its effect, and praises the author who signed', async () => {
    const number = await doneIdea('2026-02-10')
    const desk = await showAwardDesk(hr, {}, { now: day('2026-03-05') })
    expect(desk).toMatchObject({ month: '2026-02-01', taken: 0, places: awardPlaces(desk.staff) })
    expect(desk.candidates.find((one) => one.number === number)).toMatchObject({ effect: { before: 90 } })
    expect(await confirm(number, '2026-03-05')).toEqual({ month: '2026-02-01', place: 1 })
    const [award] = (await listAwards(box.colleague, {})).items
    expect(award).toMatchObject({
      idea: { number },
      author: { name: 'Оксана Перша' },
      deed: DEED,
      effect: { contacts: 1200 },
    })
    const wall = await listPraises(box.colleague, {}, { now: day('2026-03-05') })
    expect(wall.items[0]).toMatchObject({ kind: 'award', deed: DEED, idea: { number } })
    const told = await db.execute<{ kind: string }>(
      sql`select kind from notices where person_id = ${box.operator.personId} and kind = 'praise.award'`,
    )
    expect(told.rows).toHaveLength(1)
  })

  test('of a hidden author names nobody, to anybody', async () => {
    const number = await doneIdea('2025-10-10', box.colleague, 'hidden')
    await confirm(number, '2025-11-05')
    for (const reader of [box.operator, hr, box.colleague]) {
      const award = (await listAwards(reader, { limit: 100 })).items.find(
        ({ idea }) => idea.number === number,
      )
      expect(award?.author).toBeNull()
    }
    const { rows } = await db.execute(
      sql`select p.id from praises p join ideas i on i.id = p.idea_id where i.number = ${number}`,
    )
    expect(rows).toEqual([])
  })

  test('of whoever is not to be named is announced in the same neutral words, and no words of HR may name them', async () => {
    const shy = await makePerson({ siteId: box.siteId, teamId: box.teamId, name: 'Соломія Невидима' })
    await db.execute(sql`update people set praise_visibility = 'private' where id = ${shy.personId}`)
    const [hidden, signed] = [
      await doneIdea('2025-03-10', box.colleague, 'hidden'),
      await doneIdea('2025-03-10', shy),
    ]
    const desk = await showAwardDesk(hr, {}, { now: day('2025-04-05') })
    const mayName = (number: number) => desk.candidates.find((one) => one.number === number)?.mayName
    expect([mayName(hidden), mayName(signed)]).toEqual([false, false])
    const saying = (number: number, deed: string) =>
      confirmAward(hr, { number, deed, value: 'care' }, { now: day('2025-04-05') })
    for (const [number, deed] of [
      [hidden, 'Дякуємо Юрієві: картка відкривається вдвічі швидше.'],
      [signed, 'Думка Невидимої береже час на кожному дзвінку.'],
    ] as const)
      await expect(saying(number, deed)).rejects.toMatchObject({ fields: { deed: { key: 'namesAuthor' } } })
    await saying(signed, DEED)
    const told = async (reader: Actor) =>
      (await listAwards(reader, { limit: 100 })).items.find(({ idea }) => idea.number === signed)?.author
    expect(await told(box.operator)).toBeNull()
    expect(await told(shy)).toMatchObject({ id: shy.personId })
    // A wish that changes later takes the name out of words that were written before.
    const open = await makePerson({ siteId: box.siteId, teamId: box.teamId, name: 'Ярина Відкрита' })
    const named = await doneIdea('2025-01-10', open)
    const deed = 'Дякуємо Ярині: картка відкривається вдвічі швидше.'
    await confirmAward(hr, { number: named, deed, value: 'care' }, { now: day('2025-02-05') })
    const said = async (reader: Actor) =>
      (await listAwards(reader, { limit: 100 })).items.find(({ idea }) => idea.number === named)
    expect(await said(box.operator)).toMatchObject({ deed, author: { name: 'Ярина Відкрита' } })
    await db.execute(sql`update people set praise_visibility = 'private' where id = ${open.personId}`)
    expect(await said(open)).toMatchObject({ deed })
    expect(JSON.stringify(await said(box.operator))).not.toContain('Ярин')
    const news = await showNews(box.operator, {}, { now: day('2025-02-06') })
    expect(JSON.stringify(news.awards)).not.toContain('Ярин')
  })

  test('that nobody measured says so with the panel’s number, and says its effect once it is measured; one without gain is none', async () => {
    const panelled = async (lower: number) => {
      const number = await doneIdea('2024-11-10')
      await db.execute(
        sql`delete from idea_effects where idea_id = (select id from ideas where number = ${number})`,
      )
      await db.execute(sql`
        insert into idea_panels (id, idea_id, state, opened_by, opened_at, closed_at, mean, lower)
        select ${newId(day('2024-11-10'))}, id, 'closed', ${hr.personId}, ${day('2024-11-10')}, ${day('2024-11-11')}, 4.5, ${lower}
        from ideas where number = ${number}`)
      return number
    }
    const number = await panelled(3.5)
    await confirm(number, '2024-12-05')
    const shown = async () =>
      (await listAwards(box.operator, { limit: 100 })).items.find(({ idea }) => idea.number === number)
    expect(await shown()).toMatchObject({ effect: null, lower: 3.5 })
    const body = 'Виміряли за місяць: стало швидше.'
    await recordEffect(
      box.supervisor,
      { number, kind: 'hours', before: 20, after: 5, body },
      { now: day('2024-12-20') },
    )
    expect(await shown()).toMatchObject({ effect: { before: 20, after: 5 } })
    const worse = await panelled(4)
    await recordEffect(
      box.supervisor,
      { number: worse, kind: 'hours', before: 5, after: 20, body },
      { now: day('2024-11-20') },
    )
    const desk = await showAwardDesk(hr, {}, { now: day('2024-12-05') })
    expect(desk.candidates.map((one) => one.number)).not.toContain(worse)
    await expect(confirm(worse, '2025-01-05')).rejects.toMatchObject({
      fields: { number: { key: 'constraint.awards_without_gain' } },
    })
  })

  test('has as many places as the head count says, also when thirty are confirmed at once', async () => {
    const numbers = await Promise.all(Array.from({ length: 6 }, () => doneIdea('2025-08-10')))
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) => confirm(numbers[index % 6] as number, '2025-09-05')),
    )
    const { rows } = await db.execute<{ places: number; staff: number }>(
      sql`select places, staff from award_months where month = '2025-08-01'`,
    )
    expect(rows[0]?.places).toBe(awardPlaces(rows[0]?.staff ?? 0))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(rows[0]?.places ?? 0)
  })
})

describe('Postgres refuses an award', () => {
  const insert = (given: {
    number: number
    month: string
    place?: number
    places?: number
    at: string
    by?: Actor
  }) =>
    attack(
      db.transaction(async (tx) => {
        await tx.execute(sql`insert into award_months (month) values (${given.month}) on conflict do nothing`)
        await tx.execute(sql`
          insert into awards (month, place, places, idea_id, deed, confirmed_by, created_at)
          select ${given.month}, ${given.place ?? 1}, coalesce(${given.places ?? null}, m.places), i.id, ${DEED}, ${(given.by ?? hr).personId}, ${day(given.at)}
          from ideas i, award_months m where i.number = ${given.number} and m.month = ${given.month}`)
      }),
    )

  test('over the number, for another month, for what is not done or not valued, by the author, and twice', async () => {
    const number = await doneIdea('2025-05-10')
    const right = { number, month: '2025-05-01', at: '2025-06-05' }
    expect(await insert({ ...right, place: 4 })).toBe('awards_within_places')
    expect(await insert({ ...right, place: 4, places: 9 })).toBe('awards_of_month')
    expect(await insert({ ...right, at: '2025-07-05' })).toBe('awards_month_before')
    expect(await insert({ number, month: '2025-04-01', at: '2025-05-05' })).toBe('awards_done')
    expect(await insert({ ...right, by: box.operator })).toBe('awards_not_own')
    const title = 'Ще не зроблена думка'
    const open = await submitIdea(box.operator, { title, areaId: box.areaId, authorMode: 'named' })
    expect(await insert({ ...right, number: open.number })).toBe('awards_done')
    await answerIdea(
      box.supervisor,
      {
        number: open.number,
        kind: 'decision',
        state: 'done',
        reason: 'useful',
        body: 'Зробили так, як ви просили.',
      },
      { now: day('2025-05-02') },
    )
    expect(await insert({ ...right, number: open.number })).toBe('awards_valued')
    expect(await insert(right)).toBeUndefined()
    expect(await insert({ ...right, month: '2025-06-01', at: '2025-07-05' })).toBe('awards_idea_once')
    expect(await attack(db.execute(sql`update awards set place = 2 where month = '2025-05-01'`))).toBe(
      'awards_append_only',
    )
  })
})

describe('what a person wishes holds on every surface', () => {
  test('private, in the team, in public: wall, awards, news and the screen on the floor', async () => {
    const now = day('2026-06-03')
    const outsider = await makePerson({ siteId: box.siteId })
    const person = await makePerson({ siteId: box.siteId, teamId: box.teamId, name: 'Марія Тиха' })
    const number = await doneIdea('2026-05-10', person)
    await confirm(number, '2026-06-03')
    await setCelebrations(person, { day: 4, month: 6 }, { now })
    await givePraise(
      box.colleague,
      { receiverId: person.personId, deed: DEED, value: 'care', visibility: 'public' },
      { now },
    )
    await db.execute(sql`
      update employments set valid = daterange(lower(valid), '2026-06-01') where person_id = ${person.personId}`)
    await db.execute(sql`
      insert into employments (id, person_id, position_id, site_id, team_id, kind, valid, created_at)
      select ${newId(now)}, person_id, position_id, site_id, team_id, 'up', '[2026-06-01,)', ${now} from employments
      where person_id = ${person.personId}`)
    await db.execute(sql`
      insert into completions (id, person_id, training_id, outcome, completed_on, created_at)
      select ${newId(now)}, ${person.personId}, t.id, 'passed', '2026-06-02', ${now} from trainings t limit 1`)
    const isOf = ({ id }: { id: string }) => id === person.personId
    const newsOf = ({ awards, steps, passed, days }: Glad) => [
      awards.some(({ author }) => author && isOf(author)),
      steps.some(isOf),
      passed.some(isOf),
      days.some(isOf),
    ]
    const surfaces = async (reader: Actor) => {
      const [wall, team] = [{ limit: 50 }, { limit: 50, teamId: box.teamId }]
      const seen = await Promise.all([wall, team].map((which) => listPraises(reader, which, { now })))
      const awards = await listAwards(reader, { limit: 50 })
      const [all, own] = [
        await showNews(reader, {}, { now }),
        await showNews(reader, { teamId: box.teamId }, { now }),
      ]
      return [
        ...seen.map(({ items }) => items.some(({ receiver }) => isOf(receiver))),
        awards.items.some(({ author }) => author && isOf(author)),
        ...newsOf(all),
        ...newsOf(own),
      ]
    }
    const onScreen = async (teamId?: string) => {
      const { praises, news } = await listForScreen(hr, { teamId }, { now })
      // An idea of the month is shown with its effect, not also as the praise of its author.
      expect(praises.filter(({ kind }) => kind === 'award')).toEqual([])
      return [praises.some(({ receiver }) => isOf(receiver)), ...newsOf(news)]
    }
    const wish = (visibility: PraiseReach) =>
      db.execute(sql`update people set praise_visibility = ${visibility} where id = ${person.personId}`)
    const all = (seen: boolean, count = 11) => Array(count).fill(seen)
    await wish('private')
    expect(await surfaces(person)).toEqual(all(true))
    expect(await surfaces(box.operator)).toEqual(all(false))
    expect(await surfaces(outsider)).toEqual(all(false))
    expect(await onScreen()).toEqual(all(false, 5))
    const awarded = (await showNews(outsider, { teamId: box.teamId }, { now })).awards
    // Whose team an idea came from is not told where its author is not.
    expect(awarded.map(({ idea }) => idea.number)).not.toContain(number)
    await wish('team')
    expect(await surfaces(box.operator)).toEqual(all(true))
    expect(await surfaces(outsider)).toEqual(all(false))
    expect(await onScreen(box.teamId)).toEqual(all(false, 5))
    await wish('public')
    expect(await surfaces(outsider)).toEqual(all(true))
    expect(await onScreen(box.teamId)).toEqual(all(true, 5))
    expect(await onScreen(await makeTeam(box.siteId))).toEqual(all(false, 5))
  })

  test('a day that nobody agreed to is not told', async () => {
    const now = day('2026-06-03')
    const person = await makePerson({ siteId: box.siteId, teamId: box.teamId })
    const told = async () =>
      (await showNews(box.operator, {}, { now })).days.filter(({ id }) => id === person.personId)
    expect(await told()).toEqual([])
    await setCelebrations(person, { day: 3, month: 6, anniversary: true }, { now })
    expect(await told()).toMatchObject([{ kind: 'birthday', on: '2026-06-03' }])
    await setCelebrations(person, {}, { now })
    expect(await told()).toEqual([])
  })
})
