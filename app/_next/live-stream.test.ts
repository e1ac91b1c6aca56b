import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { isForWall, streamNotices } from '#app/_next/live-stream'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { testDatabase } from '#db/testing'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { findSession, type Session } from '#server/accounts/actor-queries'
import { endSession } from '#server/accounts/end-session'
import { openSession } from '#server/accounts/sign-in'
import { onNotice, onWall } from '#server/channels/live'
import { givePraise } from '#server/recognition/give'

type Message = { unread: number; notice?: { text: string; href: string; festive?: boolean } }

const DEED = 'Годину пояснювала клієнтці, як знайти рахунок у застосунку.'

let person: Actor
const openOnes: AbortController[] = []

beforeAll(async () => {
  person = await makePerson({ siteId: await makeSite() })
})
afterEach(() => {
  for (const one of openOnes.splice(0)) one.abort()
})

const enter = async () => {
  const { sessionId } = await openSession(systemActor(), { personId: person.personId })
  return { sessionId, session: (await findSession(sessionId)) as Session }
}

/** Reads a stream as a browser does: one message at a time, comments left out. */
const follow = (session: Session, pause?: number) => {
  const abort = new AbortController()
  openOnes.push(abort)
  const reader = streamNotices(session, abort.signal, pause).getReader()
  let text = ''
  const next = async (): Promise<Message | 'end'> => {
    const at = text.indexOf('data: ')
    const end = text.indexOf('\n\n', at)
    if (at >= 0 && end >= 0) {
      const data = text.slice(at + 6, end)
      text = text.slice(end + 2)
      return JSON.parse(data)
    }
    const { done, value } = await reader.read()
    if (done) return 'end'
    text += new TextDecoder().decode(value)
    return next()
  }
  return { next, abort }
}

const tell = (kind = 'praise.received', params: object = { giver: 'Олена' }) =>
  db.execute(sql`
    insert into notices (id, person_id, kind, params, href, created_at)
    values (${newId(new Date())}, ${person.personId}, ${kind}, ${JSON.stringify(params)}, '/recognition', now())`)

test('says the count first, then each notice with its sentence in the reader’s language', async () => {
  const { session } = await enter()
  const uk = follow(session)
  const en = follow({ ...session, locale: 'en' })
  expect(await uk.next()).toEqual({ unread: 0 })
  expect(await en.next()).toEqual({ unread: 0 })
  // The listening connection may still be opening; what it missed it looks up by itself.
  await tell()
  const heard = await uk.next()
  expect(heard).toMatchObject({
    unread: 1,
    notice: { text: 'Олена дякує вам', href: '/recognition', festive: true },
  })
  expect(await en.next()).toMatchObject({ notice: { text: 'Олена praises you' } })
})

test('hears again after the listening connection was killed', async () => {
  const { session } = await enter()
  const stream = follow(session)
  await stream.next()
  const owner = new Client({ connectionString: testDatabase().ownerUrl })
  await owner.connect()
  const killing = `select count(pg_terminate_backend(pid)) from pg_stat_activity
    where query like 'listen notices%' and datname = current_database()`
  await owner.query(killing).catch(() => undefined)
  await owner.end()
  await tell('idea.overdue', { title: 'Тиша в залі', number: 1 })
  for (;;) {
    const message = await stream.next()
    if (message === 'end') throw new Error('the stream ended')
    if (message.notice?.text.includes('Тиша в залі')) break
  }
})

test('ends with the session, with the browser, and with one stream too many', async () => {
  const { sessionId, session } = await enter()
  const stream = follow(session, 50)
  await stream.next()
  await endSession(person, { sessionId })
  expect(await stream.next()).toBe('end')

  const again = await enter()
  const many = await Promise.all(
    Array.from({ length: 7 }, async () => {
      const one = follow(again.session)
      await one.next()
      return one
    }),
  )
  expect(await many[0]?.next()).toBe('end')
  many[6]?.abort.abort()
  expect(await many[6]?.next()).toBe('end')
})

test('tells that the wall grew to those who may see it, but not to the giver, and nothing of a private praise', async () => {
  const siteId = await makeSite()
  const teamId = await makeTeam(siteId)
  const people = await Promise.all(Array.from({ length: 3 }, () => makePerson({ siteId, teamId })))
  const [giver, receiver, mate] = people as [Actor, Actor, Actor]
  const told: string[] = []
  const ignore = [giver, mate, person].map((actor) =>
    onWall((grown) => isForWall(actor, grown) && told.push(actor.personId)),
  )
  const silence = onNotice(person.personId, () => undefined)
  const give = (to: Actor, visibility: 'public' | 'team' | 'private') =>
    givePraise(giver, { receiverId: to.personId, value: 'care', visibility, deed: DEED })
  const { session } = await enter()
  const stream = follow(session)
  await stream.next()
  // An answer means that the connection listens.
  await tell()
  await stream.next()
  await give(receiver, 'private')
  await give(mate, 'team')
  await give(person, 'public')
  await expect.poll(() => told.length).toBe(3)
  expect(told.sort()).toEqual([mate.personId, mate.personId, person.personId].sort())
  for (const stop of [...ignore, silence]) stop()
})
