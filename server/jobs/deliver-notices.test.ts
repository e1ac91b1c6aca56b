import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { letterWriter } from '#app/_next/letters'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { makePerson, makeSite } from '#db/testing/people'
import type { Mailer } from '#server/channels/mail'
import { openMail } from '#server/channels/mail'
import { deliverNotices } from '#server/jobs/deliver-notices'

type Taken = { to: string[]; letter: string }
const taken: Taken[] = []
let refuse: 'nobody' | 'everybody' | string = 'nobody'
let dies = false

/** A mail server on loopback that takes, refuses, or is gone in the middle of a letter. */
const smtp = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onRcptTo: ({ address }, _session, done) =>
    done(refuse === 'everybody' || refuse === address ? new Error('550 no such box') : null),
  onData(stream, { envelope }, done) {
    const pieces: Buffer[] = []
    if (dies) {
      dies = false
      for (const connection of smtp.connections) connection.close()
    }
    stream.on('data', (piece: Buffer) => pieces.push(piece))
    stream.on('end', () => {
      const to = envelope.rcptTo.map(({ address }) => address)
      taken.push({ to, letter: Buffer.concat(pieces).toString() })
      done()
    })
  },
})
smtp.on('error', () => undefined)

const write = letterWriter('https://sviato.example.org')
let mailer: Mailer
let siteId: string
// Noon in Kyiv.
const NOON = new Date('2026-11-18T10:00:00Z')
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)
const run = (now = NOON) => deliverNotices(now, { mailer, write })

type Wish = { at?: Date; kind?: string; params?: Record<string, string>; readAt?: Date }
async function leave(personId: string, { at = NOON, kind = 'people.moved', params = {}, readAt }: Wish = {}) {
  const id = newId(at)
  await db.execute(sql`
    insert into notices (id, person_id, kind, params, href, created_at, read_at)
    values (${id}, ${personId}, ${kind}, ${JSON.stringify(params)}, '/career', ${at}, ${readAt ?? null})`)
  return id
}
const mailedAt = async (personId: string) => {
  const { rows } = await db.execute<{ at: string | null }>(
    sql`select mailed_at::text as at from notices where person_id = ${personId} order by created_at, id`,
  )
  return rows.map(({ at }) => at !== null)
}
const lettersTo = (address: string) => taken.filter(({ to }) => to.includes(address))
const unquoted = (text: string) =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString()
/** One part of a letter as a person reads it. */
const part = ({ letter }: Taken, kind: 'plain' | 'html') => {
  const [head = '', ...body] = (letter.split(`Content-Type: text/${kind}`)[1] ?? '').split('\r\n\r\n')
  const text = body.join('\r\n\r\n').split('\r\n--')[0] ?? ''
  return head.includes('base64') ? Buffer.from(text, 'base64').toString() : unquoted(text)
}
const plain = (one: Taken) => part(one, 'plain')

beforeAll(async () => {
  await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done))
  const { port } = smtp.server.address() as AddressInfo
  mailer = openMail({ url: `smtp://127.0.0.1:${port}`, from: 'Sviato <sviato@example.org>' })
  siteId = await makeSite()
})
afterAll(() => new Promise<void>((done) => smtp.close(() => done())))
beforeEach(async () => {
  taken.length = 0
  refuse = 'nobody'
  await db.execute(sql`delete from notices`)
})

let counted = 0
const somebody = async (wish: { name?: string } = {}) => {
  const email = `letter${counted++}@example.com`
  const { personId } = await makePerson({ siteId, email, ...wish })
  return { personId, email }
}

test('several notices are one letter, in the reader’s language, with links; read and old ones are left out', async () => {
  const { personId, email } = await somebody({ name: 'Олена Ґудзь' })
  await db.execute(sql`update people set locale = 'en' where id = ${personId}`)
  await leave(personId)
  await leave(personId, { kind: 'people.roleGranted' })
  await leave(personId, { readAt: NOON })
  await leave(personId, { at: after(-49 * 60) })
  await run()
  await run(after(1))
  const [letter, ...more] = lettersTo(email)
  expect(more).toEqual([])
  const text = plain(letter as Taken)
  expect(text).toContain('Hello Олена Ґудзь!')
  expect(text).toContain('https://sviato.example.org/career')
  expect(text.match(/•/g)).toHaveLength(2)
  // In the order of their time: too old, told, told, read.
  expect((await mailedAt(personId)).filter(Boolean)).toHaveLength(2)
  expect((await mailedAt(personId))[0]).toBe(false)
})

test('without a mail server nothing is sent or marked', async () => {
  const { personId } = await somebody()
  await leave(personId)
  await deliverNotices(NOON, undefined)
  expect(await mailedAt(personId)).toEqual([false])
})

test('a refused letter stays, others get theirs, and the next run tries again', async () => {
  const [one, two] = [await somebody(), await somebody()]
  await leave(one.personId)
  await leave(two.personId, { at: after(0.1) })
  refuse = one.email
  await expect(run(after(1))).rejects.toThrow('not accepted')
  expect([await mailedAt(one.personId), await mailedAt(two.personId)]).toEqual([[false], [true]])
  refuse = 'nobody'
  await run(after(2))
  expect(lettersTo(one.email)).toHaveLength(1)
  expect(await mailedAt(one.personId)).toEqual([true])
})

test('a server that dies in the middle of a letter has not taken it', async () => {
  const { personId, email } = await somebody()
  await leave(personId)
  dies = true
  await expect(run()).rejects.toThrow('not accepted')
  expect(await mailedAt(personId)).toEqual([false])
  await run(after(1))
  expect(lettersTo(email)).toHaveLength(1)
  expect(await mailedAt(personId)).toEqual([true])
})

test('workers at the same time write each letter once', async () => {
  const people = await Promise.all([1, 2, 3, 4].map(() => somebody()))
  for (const { personId } of people) for (const _ of [1, 2, 3]) await leave(personId)
  await Promise.all([run(), run(), run(), run()])
  for (const { email } of people) expect(lettersTo(email)).toHaveLength(1)
})

test('three letters a day, then the digest of the next morning', async () => {
  const { personId, email } = await somebody()
  for (const minutes of [0, 60, 120, 180, 240]) {
    await leave(personId, { at: after(minutes) })
    await run(after(minutes))
  }
  expect(lettersTo(email)).toHaveLength(3)
  // Three in the night of Kyiv, then eight in the morning.
  await run(new Date('2026-11-19T01:00:00Z'))
  expect(lettersTo(email)).toHaveLength(3)
  await run(new Date('2026-11-19T06:00:00Z'))
  expect(lettersTo(email)).toHaveLength(4)
  expect(plain(lettersTo(email)[3] as Taken).match(/•/g)).toHaveLength(2)
  expect(await mailedAt(personId)).toEqual([true, true, true, true, true])
})

test('whoever has left gets no letter', async () => {
  const { personId } = await somebody()
  await leave(personId)
  await db.execute(
    sql`update employments set valid = daterange(lower(valid), current_date - 1) where person_id = ${personId}`,
  )
  await run()
  expect(taken).toEqual([])
})

test('a praise for its receiver alone is only a link', async () => {
  const [wishes, chosen, open] = [await somebody(), await somebody(), await somebody()]
  await db.execute(sql`update people set praise_visibility = 'private' where id = ${wishes.personId}`)
  for (const { personId } of [wishes, open])
    await leave(personId, { kind: 'praise.received', params: { giver: 'Ярина', reach: 'public' } })
  await leave(chosen.personId, { kind: 'praise.received', params: { giver: 'Ярина', reach: 'private' } })
  const back = await somebody()
  await leave(back.personId, {
    kind: 'praise.revoked',
    params: { whose: 'received', reason: 'Ярина помилилася' },
  })
  const heard = await somebody()
  await leave(heard.personId, { kind: 'praise.kept', params: { answer: 'Ярина жартувала' } })
  await run()
  for (const { email } of [wishes, chosen, back, heard])
    expect(plain(lettersTo(email)[0] as Taken) + part(lettersTo(email)[0] as Taken, 'html')).not.toContain(
      'Ярина',
    )
  expect(plain(lettersTo(open.email)[0] as Taken)).toContain('Ярина')
})

test('line ends and tags in names and titles stay text', async () => {
  const { personId, email } = await somebody({ name: 'Зла\r\nBcc: other@example.com' })
  const title = 'Ідея\r\nBcc: third@example.com\r\n\r\n<script>alert(1)</script>'
  await leave(personId, { kind: 'idea.submitted', params: { number: '1', title } })
  await run()
  expect(taken.flatMap(({ to }) => to)).toEqual([email])
  const [{ letter } = { letter: '' }] = taken
  expect(letter.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im)
  expect(part(taken[0] as Taken, 'html')).toContain('&#60;script&#62;')
  expect(part(taken[0] as Taken, 'html')).not.toContain('<script>')
})
