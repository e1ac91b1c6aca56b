import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { attack } from '#db/testing/floor'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { congratulate } from '#server/recognition/congratulate'
import { showNews } from '#server/recognition/news-queries'
import { setCelebrations } from '#server/recognition/set-celebrations'

const at = (date: string) => ({ now: new Date(`${date}T09:00:00Z`) })

let teamId: string
let siteId: string
let hero: Actor
let mates: Actor[]

beforeAll(async () => {
  siteId = await makeSite()
  teamId = await makeTeam(siteId)
  const person = (name: string) => makePerson({ siteId, teamId, name })
  hero = await person('Соломія Іменинниця')
  mates = await Promise.all(Array.from({ length: 30 }, (_, turn) => person(`Колега ${turn}`)))
  await setCelebrations(hero, { day: 14, month: 7 }, at('2026-03-01'))
})

const greet = (by: Actor, given: { on?: string; now?: string; greets?: boolean } = {}) => {
  const { on = '2026-07-14', now = '2026-07-14', greets = true } = given
  return congratulate(by, { personId: hero.personId, kind: 'birthday', on, greets }, at(now))
}
const dayOf = async (reader: Actor, now = '2026-07-14') =>
  (await showNews(reader, {}, at(now))).days.find(({ id }) => id === hero.personId)

test('thirty colleagues congratulate at once: each counts once, the person hears once and reads who', async () => {
  await Promise.all(mates.flatMap((mate) => [greet(mate), greet(mate)]))
  const { rows } = await db.execute(sql`select kind from notices where person_id = ${hero.personId}`)
  expect(rows).toEqual([{ kind: 'praise.greeted' }])
  expect(await dayOf(mates[0] as Actor)).toMatchObject({ greetings: 30, mine: true, from: [] })
  const own = await dayOf(hero)
  expect(own).toMatchObject({ greetings: 30, mine: false })
  expect(own?.from).toHaveLength(8)
  await greet(mates[0] as Actor, { greets: false })
  expect(await dayOf(mates[0] as Actor)).toMatchObject({ greetings: 29, mine: false })
})

test('nobody is congratulated before the day, long after it, on a day of nobody, or by themselves', async () => {
  const [mate] = mates as [Actor]
  const refused = (key: string) => ({ fault: { key: `constraint.${key}` } })
  await expect(greet(mate, { now: '2026-07-13' })).rejects.toMatchObject(
    refused('celebration_greetings_in_time'),
  )
  await expect(greet(mate, { now: '2026-07-18' })).rejects.toMatchObject(
    refused('celebration_greetings_in_time'),
  )
  await expect(greet(mate, { on: '2026-07-15', now: '2026-07-15' })).rejects.toMatchObject(
    refused('celebration_greetings_agreed'),
  )
  await expect(greet(hero)).rejects.toMatchObject(refused('celebration_greetings_not_self'))
  const insert = (greeter: Actor, on: string, created: string) =>
    attack(
      db.execute(sql`
        insert into celebration_greetings (person_id, kind, celebrated_on, greeter_id, created_at)
        values (${hero.personId}, 'anniversary', ${on}, ${greeter.personId}, ${created})`),
    )
  expect(await insert(mate, '2026-07-14', '2026-07-14T09:00:00Z')).toBe('celebration_greetings_agreed')
})

test('who wishes no publicity is congratulated by nobody, and a wish taken back takes the greetings along', async () => {
  const wish = (visibility: string) =>
    db.execute(sql`update people set praise_visibility = ${visibility} where id = ${hero.personId}`)
  const stranger = await makePerson({ siteId, teamId: await makeTeam(siteId) })
  await wish('team')
  await expect(greet(stranger)).rejects.toMatchObject({ reason: 'not-found' })
  await wish('public')
  await greet(stranger)
  await setCelebrations(hero, { anniversary: true }, at('2026-07-14'))
  const { rows } = await db.execute(sql`select from celebration_greetings where person_id = ${hero.personId}`)
  expect(rows).toEqual([])
})

test('a birthday on 29 February is congratulated on the 28th in other years', async () => {
  await setCelebrations(hero, { day: 29, month: 2 }, at('2026-02-01'))
  await greet(mates[1] as Actor, { on: '2026-02-28', now: '2026-03-01' })
  expect(await dayOf(mates[1] as Actor, '2026-03-01')).toMatchObject({ on: '2026-02-28', mine: true })
})

test('a day is a day of the person’s own site, for the card and for the greeting', async () => {
  const far = await makeSite()
  await db.execute(sql`update sites set time_zone = 'America/New_York' where id = ${far}`)
  const person = await makePerson({ siteId: far })
  await setCelebrations(person, { day: 14, month: 7 }, at('2026-03-01'))
  const [mate] = mates as [Actor]
  const whenIs = async (now: string) =>
    (await showNews(mate, {}, { now: new Date(now) })).days.find(({ id }) => id === person.personId)?.when
  const congratulated = (now: string) =>
    congratulate(
      mate,
      { personId: person.personId, kind: 'birthday', on: '2026-07-14' },
      { now: new Date(now) },
    )
  // Two in the morning in Kyiv, the evening before in New York.
  expect(await whenIs('2026-07-13T23:00:00Z')).toBe('soon')
  await expect(congratulated('2026-07-13T23:00:00Z')).rejects.toMatchObject({
    fault: { key: 'constraint.celebration_greetings_in_time' },
  })
  expect(await whenIs('2026-07-15T03:00:00Z')).toBe('today')
  await congratulated('2026-07-15T03:00:00Z')
  expect(await whenIs('2026-07-15T05:00:00Z')).toBe('past')
})
