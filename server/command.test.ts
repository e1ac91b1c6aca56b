import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { people } from '#db/schema/people'
import { makePerson, makePosition, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { addPerson } from '#server/people/add'
import { renamePerson } from '#server/people/rename'
import { prefer } from '#server/settings/prefer'

let hr: Actor
let operator: Actor
let place: { siteId: string; teamId: string; positionId: string }
let turn = 0
const newcomer = () => ({
  name: 'Марія Коваль',
  email: `maria${turn++}@example.com`,
  startsOn: '2026-02-01',
  ...place,
})
const auditOf = (id: string) => db.select().from(auditEntries).where(eq(auditEntries.subjectId, id))

beforeAll(async () => {
  const siteId = await makeSite()
  place = { siteId, teamId: await makeTeam(siteId), positionId: await makePosition() }
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  operator = await makePerson({ siteId, teamId: place.teamId })
})

describe('command()', () => {
  test('writes the change and its audit together', async () => {
    const { id } = await addPerson(hr, newcomer())
    expect(await auditOf(id)).toMatchObject([{ verb: 'people.add', actorId: hr.personId, via: 'web' }])
  })

  test('refuses whoever has no right, and nothing is written', async () => {
    const input = newcomer()
    await expect(addPerson(operator, input)).rejects.toMatchObject({ reason: 'forbidden' })
    expect(await db.select().from(people).where(eq(people.email, input.email))).toEqual([])
  })

  test('a thing that is not there is not found, for whoever may look', async () => {
    const input = { personId: operator.personId.replace(/.{4}$/, '0000'), name: 'Х', email: 'x@example.com' }
    await expect(renamePerson(hr, input)).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('names every wrong field', async () => {
    const wrong = { ...newcomer(), name: ' ', email: 'не пошта' }
    const refusal = { reason: 'invalid', fields: { name: { key: 'required' }, email: { key: 'email' } } }
    await expect(addPerson(hr, wrong)).rejects.toMatchObject(refusal)
  })

  test('what Postgres refuses is explained: e-mails that differ by case are one e-mail', async () => {
    const input = newcomer()
    await addPerson(hr, input)
    const again = addPerson(hr, { ...input, email: input.email.toUpperCase() })
    await expect(again).rejects.toMatchObject({
      reason: 'conflict',
      fields: { email: { key: 'constraint.people_email' } },
    })
  })

  test('a read-only token writes nothing', async () => {
    await expect(prefer({ ...operator, access: 'read' }, { theme: 'dark' })).rejects.toMatchObject({
      reason: 'forbidden',
    })
  })

  test('an outer transaction takes the command with it', async () => {
    const input = newcomer()
    const failing = db.transaction(async (tx) => {
      await addPerson(hr, input, { tx })
      throw new Error('the other half failed')
    })
    await expect(failing).rejects.toThrow('the other half failed')
    expect(await db.select().from(people).where(eq(people.email, input.email))).toEqual([])
  })
})

describe('idempotency', () => {
  test('thirty at once with one key do one thing and hear one answer', async () => {
    const input = newcomer()
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => addPerson(hr, input, { key: 'thirty-at-once' })),
    )
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
    expect(await auditOf(answers[0]?.id as string)).toHaveLength(1)
  })

  test('the same key with another body is refused', async () => {
    await addPerson(hr, newcomer(), { key: 'used-before' })
    const refusal = { reason: 'invalid', fields: { idempotencyKey: { key: 'keyReused' } } }
    await expect(addPerson(hr, newcomer(), { key: 'used-before' })).rejects.toMatchObject(refusal)
  })

  test('a refused write leaves its key free', async () => {
    const input = newcomer()
    await addPerson(hr, input)
    await expect(addPerson(hr, input, { key: 'refused-first' })).rejects.toMatchObject({ reason: 'conflict' })
    await expect(addPerson(hr, newcomer(), { key: 'refused-first' })).resolves.toHaveProperty('id')
  })
})

describe('the restricted role', () => {
  const refusedBy = (statement: ReturnType<typeof sql>) => expect(db.execute(statement)).rejects.toThrow()

  test('cannot change or empty the audit', async () => {
    await addPerson(hr, newcomer())
    await refusedBy(sql`update audit_entries set verb = 'nothing'`)
    await refusedBy(sql`delete from audit_entries`)
    await refusedBy(sql`truncate audit_entries`)
  })

  test('has no DDL', async () => {
    await refusedBy(sql`create table mine (id int)`)
    await refusedBy(sql`drop table notices`)
    await refusedBy(sql`alter table people add column secret text`)
  })
})
