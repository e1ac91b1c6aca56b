import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { makeShift } from '#db/testing/floor'
import { makeBox } from '#db/testing/ideas'
import { makePerson } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { dateAt } from '#domain/site-time'
import { givePraise } from '#server/recognition/give'
import { showPraise } from '#server/recognition/queries'

const DAY = 86_400_000
const NOW = new Date()
const DEED = 'Годину пояснювала клієнтці похилого віку, як знайти рахунок у застосунку.'

let box: Awaited<ReturnType<typeof makeBox>>
let person: Actor

beforeAll(async () => {
  box = await makeBox()
  person = await makePerson({ siteId: box.siteId, teamId: box.teamId })
})

const ago = (days: number) => new Date(NOW.getTime() - days * DAY)
const dayAgo = (days: number) => dateAt(ago(days), 'Europe/Kyiv')
const give = async (evidence: 'contact' | 'shift' | 'training', reference?: string) => {
  const praise = { receiverId: person.personId, deed: DEED, value: 'care', visibility: 'public' } as const
  const { id } = await givePraise(box.supervisor, { ...praise, evidence, reference })
  return (await showPraise(box.operator, { praiseId: id })).evidence
}
const refused = (key: string) => ({ fields: { reference: { key } } })

test('a shift is one that the person worked, in the last ninety days, and not one of tomorrow', async () => {
  for (const days of [1, 100, -2])
    await makeShift(person, `${dayAgo(days)}T08:00:00Z`, `${dayAgo(days)}T16:00:00Z`, dayAgo(days))
  expect(await give('shift', dayAgo(1))).toMatchObject({ kind: 'shift', reference: dayAgo(1) })
  for (const days of [2, 100, -2])
    await expect(give('shift', dayAgo(days))).rejects.toMatchObject(refused('noSuchShift'))
  await expect(give('shift', 'учора')).rejects.toMatchObject(refused('date'))
})

test('a training is one that the person passed, by its name in either language; a contact is only named', async () => {
  const [training] = (
    await db.execute<{ id: string; uk: string; slug: string }>(
      sql`select id, title ->> 'uk' as uk, slug from trainings order by slug limit 1`,
    )
  ).rows
  const named = training?.uk as string
  await expect(give('training', named)).rejects.toMatchObject(refused('noSuchTraining'))
  await db.execute(sql`
    insert into completions (id, person_id, training_id, outcome, completed_on, created_at)
    values (${newId(NOW)}, ${person.personId}, ${training?.id}, 'passed', ${dayAgo(3)}, ${NOW})`)
  expect(await give('training', named.toUpperCase())).toMatchObject({
    kind: 'training',
    training: { uk: named },
  })
  expect(await give('contact', 'CRM-2041')).toMatchObject({ kind: 'contact', reference: 'CRM-2041' })
  await expect(give('contact')).rejects.toMatchObject(refused('required'))
})
