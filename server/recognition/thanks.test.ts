import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { Client } from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { testDatabase } from '#db/testing'
import { makeBox } from '#db/testing/ideas'
import { makePerson } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { hidePrivate, isClean } from '#domain/customer-thanks'
import { decideThanks } from '#server/recognition/decide-thanks'
import { enterThanks } from '#server/recognition/enter-thanks'
import { passThanksOn } from '#server/recognition/pass-thanks-on'
import { listPraises } from '#server/recognition/queries'
import { setThanksAside } from '#server/recognition/set-thanks-aside'
import { listOwnThanks, listThanks } from '#server/recognition/thanks-queries'

const NOW = new Date('2026-03-10T10:00:00Z')
const SAID = 'Оля допомогла мені з рахунком, мій номер 067 123 45 67. Дякую Олі!'
const CLEAN = '••• допомогла мені з рахунком, мій номер •••. Дякую •••!'

let box: Awaited<ReturnType<typeof makeBox>>
let hr: Actor
let count = 0

beforeAll(async () => {
  box = await makeBox()
  hr = await makePerson({ siteId: box.siteId, roles: [{ role: 'hr' }] })
})

const letter = () => ({
  channel: 'mail' as const,
  reference: `letter-${++count}`,
  receivedOn: '2026-03-09',
  text: SAID,
})
const enter = (by: Actor = box.supervisor) => enterThanks(by, letter(), { now: NOW })
const passed = async () => {
  const { id } = await enter()
  const given = { thanksId: id, operatorId: box.operator.personId, text: CLEAN, namesHidden: true }
  await passThanksOn(box.supervisor, given, { now: NOW })
  return id
}
const constraintOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  return 'constraint' in error ? String(error.constraint) : constraintOf(error.cause)
}
const refusedBy = async (statement: ReturnType<typeof sql>) =>
  constraintOf(
    await db.execute(statement).then(
      () => undefined,
      (error: unknown) => error,
    ),
  )

test('the operator reads it first, and on the wall it stands only when they wish so', async () => {
  const id = await passed()
  const own = async () => (await listOwnThanks(box.operator, {})).find((one) => one.id === id)
  const onWall = async (reader: Actor) =>
    (await listPraises(reader, {}, { now: NOW })).items.filter(({ deed }) => deed === CLEAN)
  expect(await own()).toMatchObject({ text: CLEAN, decision: null })
  expect(await onWall(hr)).toEqual([])
  await expect(decideThanks(hr, { thanksId: id, decision: 'wall' })).rejects.toMatchObject({
    reason: 'not-found',
  })
  await decideThanks(box.operator, { thanksId: id, decision: 'wall' }, { now: NOW })
  expect(await own()).toMatchObject({ decision: 'wall' })
  expect(await onWall(hr)).toMatchObject([{ kind: 'customer', channel: 'mail', giver: null, value: null }])
  await expect(decideThanks(box.operator, { thanksId: id, decision: 'keep' })).rejects.toMatchObject({
    fault: { key: 'thanksDecided' },
  })
})

test('kept for oneself it is on nobody’s wall', async () => {
  const id = await passed()
  await decideThanks(box.operator, { thanksId: id, decision: 'keep' }, { now: NOW })
  const { rows } = await db.execute(sql`select from praises where thanks_id = ${id}`)
  expect(rows).toEqual([])
})

test('the same letter comes in once, also when thirty press at once', async () => {
  const same = letter()
  const all = await Promise.allSettled(Array.from({ length: 30 }, () => enterThanks(hr, same, { now: NOW })))
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a letter of today comes in after midnight at the site, one of tomorrow does not', async () => {
  const now = new Date('2026-03-10T22:30:00Z')
  await enterThanks(box.supervisor, { ...letter(), receivedOn: '2026-03-11' }, { now })
  await expect(
    enterThanks(box.supervisor, { ...letter(), receivedOn: '2026-03-12' }, { now }),
  ).rejects.toMatchObject({ fields: { receivedOn: { key: 'wrong' } } })
})

test('only the customer’s own words are passed on, without what is private', async () => {
  const { id } = await enter()
  const pass = (text: string) =>
    passThanksOn(
      box.supervisor,
      { thanksId: id, operatorId: box.operator.personId, text, namesHidden: true },
      { now: NOW },
    )
  await expect(pass(SAID)).rejects.toMatchObject({ fields: { text: { key: 'notCleaned' } } })
  await expect(pass('Найкраща операторка на світі!')).rejects.toMatchObject({
    fields: { text: { key: 'notVerbatim' } },
  })
  await pass(CLEAN)
  await expect(pass(CLEAN)).rejects.toMatchObject({ fault: { key: 'thanksGone' } })
  const { rows } = await db.execute(sql`select raw_text from customer_thanks where id = ${id}`)
  expect(rows).toEqual([{ raw_text: null }])
})

test('nobody passes a thanks on to themselves, and a stranger’s team is not theirs to choose', async () => {
  const { id } = await enter()
  const own = { thanksId: id, operatorId: box.supervisor.personId, text: CLEAN, namesHidden: true }
  await expect(passThanksOn(hr, { ...own, operatorId: hr.personId })).rejects.toMatchObject({
    fields: { operatorId: { key: 'constraint.customer_thanks_by_another' } },
  })
  const elsewhere = await makePerson({ siteId: box.siteId })
  await expect(
    passThanksOn(box.supervisor, { ...own, operatorId: elsewhere.personId }),
  ).rejects.toMatchObject({
    reason: 'not-found',
  })
})

test('who entered it sees it wait, and may set it aside with a reason; an operator sees nobody’s', async () => {
  const { id } = await enter()
  const waiting = async (reader: Actor) =>
    (await listThanks(reader, { limit: 100 })).items.map((one) => one.id)
  const other = await makePerson({ siteId: box.siteId, roles: [{ role: 'head', siteId: box.siteId }] })
  expect(await waiting(box.supervisor)).toContain(id)
  expect(await waiting(hr)).toContain(id)
  expect(await waiting(other)).not.toContain(id)
  await expect(listThanks(box.operator, {})).rejects.toMatchObject({ reason: 'forbidden' })
  await setThanksAside(box.supervisor, { thanksId: id, reason: 'Це скарга, а не подяка.' }, { now: NOW })
  expect(await waiting(hr)).not.toContain(id)
})

test('Postgres refuses what the code would not do', async () => {
  const id = await passed()
  const { id: raw } = await enter()
  const praise = (thanksId: string, receiver: Actor, deed: string) => sql`
    insert into praises (id, kind, giver_id, receiver_id, thanks_id, deed, visibility, created_at)
    values (${newId(NOW)}, 'customer', ${hr.personId}, ${receiver.personId}, ${thanksId}, ${deed}, 'public', ${NOW})`
  expect(await refusedBy(praise(raw, box.operator, SAID))).toBe('praises_thanks_of_operator')
  expect(await refusedBy(praise(id, box.operator, CLEAN))).toBe('praises_thanks_of_operator')
  await decideThanks(box.operator, { thanksId: id, decision: 'keep' }, { now: NOW })
  expect(await refusedBy(sql`update customer_thanks set decision = 'wall' where id = ${id}`)).toBe(
    'customer_thanks_once_decided',
  )
  expect(await refusedBy(sql`update customer_thanks set public_text = 'Інші слова' where id = ${id}`)).toBe(
    'customer_thanks_passed_on',
  )
  expect(
    await refusedBy(sql`update customer_thanks set public_text = 'Мій номер 0671234567' where id = ${raw}`),
  ).toBe('customer_thanks_cleaned')
  const shown = await passed()
  const otherWords = db.transaction(async (tx) => {
    await tx.execute(
      sql`update customer_thanks set decision = 'wall', decided_at = ${NOW} where id = ${shown}`,
    )
    await tx.execute(praise(shown, box.operator, 'Інші слова'))
  })
  expect(constraintOf(await otherWords.catch((error: unknown) => error))).toBe('praises_cleaned')
  await decideThanks(box.operator, { thanksId: shown, decision: 'wall' }, { now: NOW })
  expect(await refusedBy(praise(shown, box.operator, CLEAN))).toBe('praises_thanks_once')
})

test('what is clean is the same for Postgres and for the portal, whatever stands between the digits', async () => {
  const piece = fc.constantFrom(
    ...['0', '7', '42', '380', '12345', 'а', 'b', '@', '.', ',', '+', '-', '/', '(', ')', ':', '•••', 'ua'],
    ...[' ', '\t', '\n', '\u00A0', '\u2009', '\u200B', '\u202F', '\uFEFF', '–', '—', '‑', '−', '٣'],
  )
  const texts = fc.sample(
    fc.array(piece, { minLength: 1, maxLength: 24 }).map((all) => all.join('')),
    { numRuns: 3000, seed: 6 },
  )
  const told = ['067–123–45–67', '067\u00A0123\u00A045\u00A067', '067/123,45.67', '245-67-89', 'a@b.ua']
  const thanksId = await passed()
  const asked = await db.transaction(async (tx) => {
    await tx.execute(
      sql`create temporary table tried (like customer_thanks including constraints) on commit drop`,
    )
    await tx.execute(sql`
      create function pg_temp.takes(letter uuid, value text) returns boolean language plpgsql as $$
      declare broken text;
      begin
        insert into tried select (jsonb_populate_record(null::tried, to_jsonb(c) || jsonb_build_object('public_text', value))).*
        from customer_thanks c where c.id = letter;
        return true;
      exception when check_violation then
        get stacked diagnostics broken = constraint_name;
        return broken <> 'customer_thanks_cleaned';
      end $$`)
    return tx.execute<{ text: string; clean: boolean }>(sql`
      select t as text, pg_temp.takes(${thanksId}, t) as clean from unnest(${sql.param([...texts, ...told])}::text[]) t`)
  })
  expect(asked.rows.filter(({ text, clean }) => clean !== isClean(text))).toEqual([])
  expect(told.filter(isClean)).toEqual([])
  expect(new Set(asked.rows.map(({ clean }) => clean)).size).toBe(2)
  const hidden = texts.map((text) => hidePrivate(text))
  expect(hidden.filter((text) => !isClean(text))).toEqual([])
})

test('nobody passes a letter on before they say that names are hidden, neither by the verb nor past it', async () => {
  const { id } = await enter()
  const given = { thanksId: id, operatorId: box.operator.personId, text: CLEAN }
  for (const unsaid of [given, { ...given, namesHidden: false }])
    await expect(passThanksOn(box.supervisor, unsaid, { now: NOW })).rejects.toMatchObject({
      fields: { namesHidden: { key: 'namesNotHidden' } },
    })
  const past = sql`
    update customer_thanks set operator_id = ${box.operator.personId}, matched_by = ${box.supervisor.personId}, matched_at = ${NOW},
      public_text = ${CLEAN}, raw_text = null where id = ${id}`
  expect(await refusedBy(past)).toBe('customer_thanks_names')
  expect((await listThanks(box.supervisor, { limit: 100 })).items.map((one) => one.id)).toContain(id)
  await passThanksOn(box.supervisor, { ...given, namesHidden: true }, { now: NOW })
  const { rows } = await db.execute(
    sql`select matched_by as by, names_hidden_at = ${NOW} as asked from customer_thanks where id = ${id}`,
  )
  expect(rows).toEqual([{ by: box.supervisor.personId, asked: true }])
  expect(await refusedBy(sql`update customer_thanks set names_hidden_at = null where id = ${id}`)).toBe(
    'customer_thanks_names',
  )
})

test('a telephone that an older rule let through is hidden in the letter and on the wall when the rule is tightened', async () => {
  const id = await passed()
  await decideThanks(box.operator, { thanksId: id, decision: 'wall' }, { now: NOW })
  const file = await readFile('db/migrations/0066_recognition_private_before.sql', 'utf8')
  const owner = new Client({ connectionString: testDatabase().ownerUrl })
  await owner.connect()
  try {
    for (const step of [
      'begin',
      'alter table customer_thanks drop constraint customer_thanks_cleaned, disable trigger customer_thanks_keep',
      'alter table praises drop constraint praises_cleaned, disable trigger praises_append_only',
      `update customer_thanks set public_text = 'Мій номер 067–123–45–67, дякую.' where id = '${id}'`,
      `update praises set deed = 'Мій номер 067–123–45–67, дякую.' where thanks_id = '${id}'`,
      'alter table praises add constraint praises_cleaned foreign key (thanks_id, deed) references customer_thanks (id, public_text)',
      ...file.split('--> statement-breakpoint'),
    ])
      await owner.query(step)
    const { rows } = await owner.query(`
      select t.public_text as text, p.deed from customer_thanks t join praises p on p.thanks_id = t.id where t.id = '${id}'`)
    expect(rows).toEqual([{ text: 'Мій номер •••, дякую.', deed: 'Мій номер •••, дякую.' }])
  } finally {
    await owner.query('rollback')
    await owner.end()
  }
})
