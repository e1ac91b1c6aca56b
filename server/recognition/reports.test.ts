import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { attack } from '#db/testing/floor'
import { makeBox } from '#db/testing/ideas'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import type { PraiseReach } from '#domain/recognition'
import { listAudit } from '#server/audit/queries'
import { listNotices } from '#server/notifications/queries'
import { givePraise } from '#server/recognition/give'
import { keepReported } from '#server/recognition/keep-reported'
import { showPraise } from '#server/recognition/queries'
import { reportPraise } from '#server/recognition/report'
import { listReports } from '#server/recognition/report-queries'
import { revokePraise } from '#server/recognition/revoke'

const INSULT = 'Дякую, що цього разу ви хоча б не запізнилися, як зазвичай робите.'
const REASON = 'Це не подяка, це знущання.'

let box: Awaited<ReturnType<typeof makeBox>>

beforeAll(async () => {
  box = await makeBox()
})

const person = () => makePerson({ siteId: box.siteId, teamId: box.teamId })
const give = async (by: Actor, to: Actor, visibility: PraiseReach = 'private') =>
  (await givePraise(by, { receiverId: to.personId, deed: INSULT, value: 'care', visibility })).id
const told = async (reader: Actor) =>
  (await listNotices(reader, { limit: 50 })).items
    .filter(({ kind }) => kind.startsWith('praise.'))
    .map(({ kind, params }) => [kind, params])
const waiting = async (reader: Actor = box.hr) => (await listReports(reader, { limit: 50 })).items

test('whom a private praise hurts tells HR, who reads it by that alone and takes it back; the giver learns nothing of the report', async () => {
  const [giver, receiver] = [await person(), await person()]
  const praiseId = await give(giver, receiver)
  await expect(showPraise(box.hr, { praiseId })).rejects.toMatchObject({ reason: 'not-found' })
  expect(await waiting()).toEqual([])
  await Promise.all(Array.from({ length: 5 }, () => reportPraise(receiver, { praiseId, reason: REASON })))
  expect(await showPraise(receiver, { praiseId })).toMatchObject({ report: 'open' })
  expect((await told(box.hr)).filter(([kind]) => kind === 'praise.reported')).toEqual([
    ['praise.reported', {}],
  ])
  expect(await waiting()).toMatchObject([
    { praiseId, deed: INSULT, visibility: 'private', reports: [{ reason: REASON }] },
  ])
  for (const reader of [giver, box.supervisor, box.backup])
    await expect(listReports(reader, {})).rejects.toMatchObject({ reason: 'forbidden' })
  await revokePraise(box.hr, { praiseId, reason: 'Так ми одне одному не дякуємо.' })
  expect(await waiting()).toEqual([])
  await expect(showPraise(receiver, { praiseId })).rejects.toMatchObject({ reason: 'not-found' })
  const outcome = await db.execute(
    sql`select outcome, answered_by from praise_reports where praise_id = ${praiseId}`,
  )
  expect(outcome.rows).toEqual([{ outcome: 'revoked', answered_by: box.hr.personId }])
  // Both hear that it was taken back; neither how HR came to read it.
  expect(await told(giver)).toEqual([
    ['praise.revoked', { whose: 'given', reason: 'Так ми одне одному не дякуємо.' }],
  ])
  expect((await told(receiver)).map(([kind]) => kind)).toEqual(['praise.revoked', 'praise.received'])
  const admin = await makePerson({ siteId: box.siteId, roles: [{ role: 'admin' }] })
  const trail = JSON.stringify(
    (await listAudit(admin, { limit: 100 })).items.filter(({ subjectId }) => subjectId === praiseId),
  )
  expect(trail).not.toContain('receiverId')
  expect(trail).not.toContain(REASON)
})

test('HR may let it stand; whoever reported it reads why, once', async () => {
  const [giver, receiver, mate] = [await person(), await person(), await person()]
  const praiseId = await give(giver, receiver, 'team')
  await reportPraise(receiver, { praiseId, reason: REASON })
  await reportPraise(mate, { praiseId, reason: 'Неприємно це читати всій команді.' })
  expect((await waiting())[0]?.reports).toHaveLength(2)
  const answer = 'Поговорили з обома: це був жарт, зрозумілий їм.'
  await keepReported(box.hr, { praiseId, answer })
  await expect(keepReported(box.hr, { praiseId, answer })).rejects.toMatchObject({
    fault: { key: 'reportAnswered' },
  })
  for (const reporter of [receiver, mate]) {
    expect(await told(reporter)).toContainEqual(['praise.kept', { answer }])
    expect(await showPraise(reporter, { praiseId })).toMatchObject({ report: 'answered' })
  }
  expect(await told(giver)).toEqual([])
})

test('nobody decides about their own praise or report, or of another site; nobody reports what they do not see', async () => {
  const [receiver, stranger] = [await person(), await makePerson({ siteId: await makeSite() })]
  const other = await makePerson({ siteId: box.siteId, roles: [{ role: 'hr' }] })
  const away = await makePerson({
    siteId: stranger.siteId as string,
    roles: [{ role: 'hr', siteId: stranger.siteId as string }],
  })
  const praiseId = await give(box.hr, receiver)
  const report = { praiseId, reason: REASON }
  for (const blind of [stranger, box.colleague, other])
    await expect(reportPraise(blind, report)).rejects.toMatchObject({ reason: 'not-found' })
  await expect(reportPraise(box.hr, report)).rejects.toMatchObject({
    fault: { key: 'constraint.praise_reports_reached' },
  })
  const heard = async () => (await told(box.hr)).filter(([kind]) => kind === 'praise.reported').length
  const before = await heard()
  await reportPraise(receiver, report)
  expect(await heard()).toBe(before)
  expect((await waiting(box.hr)).map((one) => one.praiseId)).not.toContain(praiseId)
  expect((await waiting(away)).map((one) => one.praiseId)).not.toContain(praiseId)
  expect((await waiting(other)).map((one) => one.praiseId)).toContain(praiseId)
  await expect(keepReported(box.hr, { praiseId, answer: 'Усе гаразд, лишаємо.' })).rejects.toMatchObject({
    fault: { key: 'constraint.praise_reports_by_another' },
  })
  await expect(keepReported(away, { praiseId, answer: 'Усе гаразд, лишаємо.' })).rejects.toMatchObject({
    reason: 'not-found',
  })
})

test('Postgres keeps it for whoever goes past the verb', async () => {
  const [giver, receiver, mate] = [await person(), await person(), await person()]
  const praiseId = await give(giver, receiver)
  const insert = (by: Actor) =>
    attack(
      db.execute(sql`
        insert into praise_reports (praise_id, reported_by, reason, created_at) values (${praiseId}, ${by.personId}, ${REASON}, now())`),
    )
  const answer = (outcome: string, by: Actor) =>
    attack(
      db.execute(sql`
        update praise_reports set outcome = ${outcome}, answer = 'Відповідь від HR', answered_by = ${by.personId}, answered_at = now()
        where praise_id = ${praiseId}`),
    )
  expect(await insert(giver)).toBe('praise_reports_reached')
  expect(await insert(mate)).toBe('praise_reports_reached')
  expect(await insert(receiver)).toBeUndefined()
  expect(await insert(receiver)).toBe('praise_reports_once')
  expect(await answer('revoked', box.hr)).toBe('praise_reports_revoked')
  expect(await answer('kept', giver)).toBe('praise_reports_by_another')
  expect(await answer('kept', receiver)).toBe('praise_reports_by_another')
  expect(await answer('kept', box.hr)).toBeUndefined()
  expect(await answer('kept', box.hr)).toBe('praise_reports_answered_once')
  expect(await attack(db.execute(sql`delete from praise_reports where praise_id = ${praiseId}`))).toBe(
    'praise_reports_append_only',
  )
})
