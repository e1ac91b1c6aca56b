import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { environment, settle } from '#db/environment'
import { testDatabase } from '#db/testing'
import { makeBox } from '#db/testing/ideas'
import { RETRY_MINUTES } from '#domain/idea-webhooks'
import { answerIdea } from '#server/ideas/answer'
import { closeWebhook } from '#server/ideas/close-webhook'
import { mergeIdea } from '#server/ideas/merge'
import { openWebhook } from '#server/ideas/open-webhook'
import { submitIdea } from '#server/ideas/submit'
import { trackIdea } from '#server/ideas/track'
import { unmergeIdea } from '#server/ideas/unmerge'
import { listWebhooks } from '#server/ideas/webhook-queries'
import { deliverWebhooks } from '#server/jobs/deliver-webhooks'
import { shuffleAnonymous } from '#server/jobs/shuffle-anonymous'
import { isOutside, isPlausible, outsideAddress } from '#server/outside-address'

type Heard = { headers: IncomingHttpHeaders; body: string }

const WORDS = 'Дякуємо, це справді допоможе всім у залі.'
let box: Awaited<ReturnType<typeof makeBox>>
let heard: Heard[] = []
let answers = 200
let url: string

const tracker = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => {
    body += part
  })
  request.on('end', () => {
    heard.push({ headers: request.headers, body })
    response.writeHead(answers, { location: 'http://127.0.0.1:1/' }).end('x'.repeat(100_000))
  })
})

beforeAll(async () => {
  box = await makeBox()
  await new Promise<void>((ready) => void tracker.listen(0, '127.0.0.1', ready))
  const host = `127.0.0.1:${(tracker.address() as AddressInfo).port}`
  url = `http://${host}/hooks/ideas`
  const { url: DATABASE_URL, ownerUrl } = testDatabase()
  settle({ DATABASE_URL, DATABASE_OWNER_URL: ownerUrl, WEBHOOK_PRIVATE_HOSTS: host })
})
afterAll(() => tracker.close())

/** The trigger's moments are Postgres's own, so a test counts from now. */
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)
let turn = 0
const send = (authorMode: 'named' | 'hidden' | 'anonymous') =>
  submitIdea(box.operator, { title: `Кулер на другий поверх ${turn++}`, areaId: box.areaId, authorMode })
const decide = (number: number) =>
  answerIdea(box.supervisor, { number, kind: 'decision', state: 'accepted', reason: 'useful', body: WORDS })
const open = () => openWebhook(box.hr, { url, areaId: box.areaId })

describe('a tracker', () => {
  test('hears each change of state and link, signed, whichever verb made it, and never who or when somebody wrote', async () => {
    const { secret } = await open()
    const sent = [await send('named'), await send('hidden'), await send('anonymous')]
    await shuffleAnonymous(new Date())
    await deliverWebhooks(later(0))
    expect(heard).toEqual([])
    for (const { number } of sent) await decide(number)
    const [one, two] = sent.map(({ number }) => number) as [number, number]
    await trackIdea(box.supervisor, { number: one, url: 'https://tracker.example/IDEA-1' })
    await mergeIdea(box.supervisor, { number: two, into: one, body: WORDS })
    await unmergeIdea(box.supervisor, { number: two, body: WORDS })
    await deliverWebhooks(later(1))
    const said = heard.map(({ body }) => JSON.parse(body))
    expect(said.map(({ type, state, was }) => [type, was, state].join(' ')).toSorted()).toEqual([
      'idea.state accepted merged',
      'idea.state merged accepted',
      'idea.state new accepted',
      'idea.state new accepted',
      'idea.state new accepted',
      'idea.tracked accepted accepted',
    ])
    expect(said.find(({ type }) => type === 'idea.tracked').trackerUrl).toBe('https://tracker.example/IDEA-1')
    const everything = JSON.stringify(heard)
    for (const trace of [box.operator.personId, 'Оксана', 'hidden', 'anonymous', 'authorMode', 'submitted'])
      expect(everything).not.toContain(trace)
    for (const { headers, body } of heard) {
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
      const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
        .update(signed)
        .digest('base64')
      expect(headers['webhook-signature']).toBe(`v1,${mac}`)
    }
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(6)
    await deliverWebhooks(later(2))
    expect(heard).toHaveLength(6)
    expect((await listWebhooks(box.hr, {}))[0]).toMatchObject({
      taken: 6,
      waiting: 0,
      lost: 0,
      last: { status: 200 },
    })
  })

  test('that fails is tried again, further and further apart, by one worker of many, then no more; a redirect is a failure', async () => {
    heard = []
    answers = 302
    const { number } = await send('named')
    await decide(number)
    await Promise.all(Array.from({ length: 30 }, () => deliverWebhooks(later(0.1))))
    expect(heard).toHaveLength(1)
    let at = 0.1
    for (const [tried, minutes] of RETRY_MINUTES.entries()) {
      at += minutes - 0.2
      await deliverWebhooks(later(at))
      expect(heard).toHaveLength(tried + 1)
      at += 0.3
      await deliverWebhooks(later(at))
      expect(heard).toHaveLength(tried + 2)
    }
    await deliverWebhooks(later(at + 10_000))
    expect(heard).toHaveLength(RETRY_MINUTES.length + 1)
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect((await listWebhooks(box.hr, {}))[0]).toMatchObject({ lost: 1, last: { status: 302 } })
    answers = 200
  })

  test('that is closed hears no more, and its key is told once', async () => {
    heard = []
    const [hook] = await listWebhooks(box.hr, {})
    expect(JSON.stringify(hook)).not.toContain('whsec_')
    await expect(open()).rejects.toMatchObject({ fields: { url: { key: 'constraint.idea_webhooks_once' } } })
    await decide((await send('named')).number)
    await closeWebhook(box.hr, { webhookId: hook?.id as string })
    await decide((await send('named')).number)
    await deliverWebhooks(later(5))
    expect([heard, await listWebhooks(box.hr, {})]).toEqual([[], []])
    await expect(openWebhook(box.operator, { url })).rejects.toMatchObject({ reason: 'forbidden' })
    const { rows } = await db.execute(
      sql`select 1 from audit_entries where verb like 'ideas.%ebhook' and (detail::text like '%http%' or detail::text like '%whsec%')`,
    )
    expect(rows).toEqual([])
  })
})

describe('an address inside', () => {
  test.each([
    'http://tracker.example.org/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.1.1:8443/',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[2002:7f00:1::]/',
    'https://[64:ff9b::7f00:1]/',
    'https://localhost/',
    'https://someone:password@tracker.example.org/',
  ])('%s is refused', async (address) => {
    expect(isPlausible(new URL(address), [])).toBe(false)
    await expect(openWebhook(box.hr, { url: address })).rejects.toMatchObject({ reason: 'invalid' })
  })

  test('is found behind a name too; what the administrator named is open, on its port', async () => {
    expect(await outsideAddress(new URL('https://localhost/'), [])).toBe('address')
    expect(await outsideAddress(new URL('https://nowhere.invalid/'), [])).toBe('unknown')
    expect(await outsideAddress(new URL('https://127.0.0.1/'), ['127.0.0.1'])).toMatchObject({ family: 4 })
    expect(isPlausible(new URL('http://10.1.2.3:8080/'), ['10.1.2.3:8080'])).toBe(true)
    expect(isPlausible(new URL('http://10.1.2.3:9090/'), ['10.1.2.3:8080'])).toBe(false)
    expect(['8.8.8.8', '2606:4700::1111'].map(isOutside)).toEqual([true, true])
  })

  test('that a name came to lead to is met when the message is sent', async () => {
    const { id } = await openWebhook(box.hr, { url, areaId: box.areaId })
    await decide((await send('named')).number)
    const { webhookPrivateHosts } = environment()
    webhookPrivateHosts.length = 0
    await deliverWebhooks(later(1))
    const [hook] = await listWebhooks(box.hr, {})
    expect([hook?.id, hook?.last?.fault]).toEqual([id, 'address'])
    await closeWebhook(box.hr, { webhookId: id })
  })
})

test('nobody but Postgres writes what trackers hear: thirty decisions at once are thirty messages', async () => {
  const { id } = await openWebhook(box.hr, { url: 'https://tracker.example.org/all' })
  const sent = await Promise.all(Array.from({ length: 30 }, () => send('named')))
  await Promise.all(sent.map(({ number }) => decide(number)))
  const { rows } = await db.execute(
    sql`select distinct idea_id from idea_deliveries where webhook_id = ${id}`,
  )
  expect(rows).toHaveLength(30)
})
