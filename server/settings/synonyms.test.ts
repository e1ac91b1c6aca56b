import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#db/client'
import { makeBox } from '#db/testing/ideas'
import { makePerson } from '#db/testing/people'
import { searchShape } from '#domain/search'
import { listIdeas } from '#server/ideas/queries'
import { submitIdea } from '#server/ideas/submit'
import { listPeople } from '#server/people/queries'
import { nameSame } from '#server/settings/name-same'
import { retireSynonyms } from '#server/settings/retire-synonyms'
import { listSynonyms } from '#server/settings/search-queries'

test('what HR calls one thing the box finds by each name, until HR takes it back', async () => {
  const { operator, hr, areaId } = await makeBox()
  const title = 'Кондиціонер у кол-центрі гуде'
  const { number } = await submitIdea(operator, { title, areaId, authorMode: 'named' })
  const find = async () => (await listIdeas(operator, { search: 'КЦ' })).items.map((idea) => idea.number)
  expect(await find()).toEqual([])
  await expect(nameSame(operator, { names: 'кол-центр, КЦ' })).rejects.toMatchObject({ reason: 'forbidden' })
  await expect(nameSame(hr, { names: 'кол-центр' })).rejects.toMatchObject({ reason: 'invalid' })
  const { id } = await nameSame(hr, { names: 'call-центр, кол-центр; КЦ' })
  expect(await find()).toEqual([number])
  expect(await listSynonyms(hr, {})).toEqual([{ id, names: ['call-центр', 'кол-центр', 'КЦ'] }])
  await retireSynonyms(hr, { synonymsId: id })
  expect(await find()).toEqual([])
})

test('a name is found by its parts in any order, case and apostrophe; Postgres makes the same shape of it', async () => {
  const { siteId, hr } = await makeBox()
  const names = ["Мар'яна Ґалаґан-Їжакевич", 'Юрій Щербань', 'Дем’ян Обʼєдков', 'John O’Neill']
  for (const name of names) await makePerson({ siteId, name })
  const { rows } = await db.execute<{ name: string; shape: string }>(
    sql`select name, shape from people where name = any(${sql.param(names)})`,
  )
  expect(rows).toHaveLength(names.length)
  for (const { name, shape } of rows) expect(shape).toBe(searchShape(name))
  const found = async (search: string) => (await listPeople(hr, { search })).items.map(({ name }) => name)
  expect(await found('ЇЖАКЕВИЧ марʼяна')).toEqual([names[0]])
  expect(await found('галаган')).toEqual([names[0]])
  expect(await found('щерб юр')).toEqual([names[1]])
  expect(await found('oneill')).toEqual([names[3]])
  expect(await found('%')).toEqual([])
})
