import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { INSPECTION, makeFloor } from '#db/testing/floor'
import { systemActor } from '#domain/access'
import { syncRound } from '#server/flows/sync-round'
import { beginAlarm } from '#server/workplace/begin-alarm'
import { endAlarm } from '#server/workplace/end-alarm'
import { escalateActions } from '#server/workplace/escalate-actions'
import { showRound } from '#server/workplace/form-queries'
import { reportFault } from '#server/workplace/report-fault'
import { startRound } from '#server/workplace/start-round'

test('an alarm pauses rounds: none begins or is submitted, answers are kept, nobody is reminded of a deadline', async () => {
  const place = await makeFloor()
  const { supervisor, head, seatId: workplaceId, siteId } = place
  const { inspectionId } = await startRound(supervisor, { checklistId: INSPECTION, workplaceId })
  await reportFault(place.operator, { kind: 'noise' })
  const { alarmId } = await beginAlarm(head, { siteId })
  const later = { now: new Date(Date.now() + 60 * 86_400_000) }
  const told = () =>
    db.execute(sql`select from action_events e join actions a on a.id = e.action_id
      where a.workplace_id = ${workplaceId} and e.kind in ('half', 'overdue')`)
  await escalateActions(systemActor(), {}, later)
  expect((await told()).rowCount).toBe(0)
  await expect(startRound(head, { checklistId: INSPECTION, workplaceId })).rejects.toMatchObject({
    fault: { key: 'workplace.alarmOn' },
  })
  const { sections } = await showRound(supervisor, { inspectionId })
  const item = sections[0]!.items.find(({ type }) => type === 'yes-no')!
  const answer = { itemId: item.id, state: 'answered', yes: true, mutation: newId(new Date()), revision: 0 }
  const sent = { inspectionId, personId: supervisor.personId, answers: [answer], submit: true }
  expect(await syncRound(supervisor, sent)).toMatchObject({
    kept: [{ itemId: item.id }],
    closed: false,
    paused: true,
  })
  await endAlarm(head, { alarmId })
  expect(await syncRound(supervisor, { ...sent, answers: [] })).toMatchObject({ closed: true, paused: false })
  await escalateActions(systemActor(), {}, later)
  expect((await told()).rowCount).toBe(1)
})

test('after a long alarm whoever leads a team with a plan for the day is asked to look at it, once, and nobody else', async () => {
  const { supervisor, head, teamId, siteId } = await makeFloor()
  const begun = { now: new Date('2026-03-10T10:00:00Z') }
  const asked = async () =>
    (
      await db.execute(sql`select person_id as id, params, href from notices
        where kind = 'workplace.alarmEnded' and person_id in (select person_id from current_employments where site_id = ${siteId})`)
    ).rows
  const alarm = async (minutes: number) => {
    const { alarmId } = await beginAlarm(head, { siteId }, begun)
    await endAlarm(head, { alarmId }, { now: new Date(begun.now.getTime() + minutes * 60_000) })
  }
  await alarm(40)
  expect(await asked()).toEqual([])
  await db.execute(sql`
    insert into rotation_plans (id, team_id, on_date, status, break_rule_id, created_at, published_at)
    select ${newId(begun.now)}, ${teamId}, '2026-03-10', 'published', id, ${begun.now}, ${begun.now} from break_rules limit 1`)
  await alarm(5)
  expect(await asked()).toEqual([])
  await alarm(40)
  expect(await asked()).toEqual([
    { id: supervisor.personId, params: { minutes: 40 }, href: '/rotation/plan/2026-03-10' },
  ])
})
