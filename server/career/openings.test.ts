import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { LADDER_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { attack } from '#db/testing/floor'
import { makeCentre } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { addDays } from '#domain/months'
import { agreePlan } from '#server/career/agree-plan'
import { applyForOpening } from '#server/career/apply'
import { approveOverride } from '#server/career/approve-override'
import { askOverride } from '#server/career/ask-override'
import { assessLevel } from '#server/career/assess'
import { cancelOpening } from '#server/career/cancel-opening'
import { decideApplication } from '#server/career/decide'
import { draftLadder } from '#server/career/draft'
import { holdRefusalTalk } from '#server/career/hold-refusal-talk'
import { openOpening } from '#server/career/open-opening'
import { openPlan } from '#server/career/open-plan'
import { findOpening, listApplications } from '#server/career/opening-queries'
import { readiness } from '#server/career/own-queries'
import { postponeRelease } from '#server/career/postpone-release'
import { publishLadder } from '#server/career/publish'
import { setIntent } from '#server/career/set-intent'
import { setRequirement } from '#server/career/set-requirement'
import { loadStanding } from '#server/career/standing-queries'
import { withdrawApplication } from '#server/career/withdraw-application'
import { act } from '#server/flows/act'
import { releasePerson } from '#server/flows/release'
import { movePerson } from '#server/people/move'

const { siteId, teamId, supervisor, hr, head, operator } = await makeCentre()

const mentorId = referenceId('position', 'mentor')
const today = new Date().toISOString().slice(0, 10)
const inDays = (days: number) => addDays(today, days)
const REASON = 'Сильні розмови й спокій у складних зверненнях'

const opening = async (seats = 1) =>
  (await openOpening(hr, { positionId: mentorId, siteId, seats, closesOn: inDays(5), decideBy: inDays(9) }))
    .openingId

describe('from application to the new position', () => {
  test('the day’s proof is kept, the answer has a reason, the plan is achieved, and no proof is lost by the move', async () => {
    const person = await operator()
    await setIntent(person, { kind: 'grow', targetId: mentorId, visibility: 'private' })
    const { planId } = await openPlan(person, { targetId: mentorId, visibility: 'supervisor' })
    await agreePlan(supervisor, { planId, nextCheckInOn: inDays(7) })
    const competenceId = referenceId('competence', 'coaching')
    await assessLevel(supervisor, { personId: person.personId, competenceId, level: 2 })
    const openingId = await opening()
    const { applicationId, ready } = await applyForOpening(person, { openingId })
    expect(ready).toBe(false)
    await expect(applyForOpening(person, { openingId })).rejects.toMatchObject({
      fault: { key: 'constraint.applications_once' },
    })
    const [kept] = (await listApplications(person, {})).items
    expect(kept?.snapshot.find(({ requirement }) => requirement.competenceId === competenceId)?.met).toBe(
      true,
    )
    const decide = { applicationId, outcome: 'accepted', releaseOn: inDays(14) } as const
    await expect(decideApplication(hr, { ...decide, reason: 'так' })).rejects.toMatchObject({
      reason: 'invalid',
    })
    await expect(decideApplication(supervisor, { ...decide, reason: REASON })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await decideApplication(hr, { ...decide, reason: REASON })
    await postponeRelease(supervisor, {
      applicationId,
      releaseOn: inDays(20),
      reason: 'До кінця сезону команда лишилась би без двох людей',
    })
    expect((await listApplications(supervisor, { openingId })).items[0]).toMatchObject({
      slips: 1,
      releaseOn: inDays(20),
    })
    const { kind } = await releasePerson(hr, { applicationId, startsOn: today })
    expect(kind).toBe('up')
    await expect(releasePerson(hr, { applicationId })).rejects.toMatchObject({
      fault: { key: 'alreadyReleased' },
    })
    const { rows } = await db.execute(sql`
      select (select e.position_id from current_employments e where e.person_id = ${person.personId}) as position,
        (select state from plans where id = ${planId}) as plan,
        (select l.level from current_levels l where l.person_id = ${person.personId}) as level`)
    expect(rows[0]).toEqual({ position: mentorId, plan: 'achieved', level: 2 })
  })

  test('a refusal is followed by a talk, once; an answer cannot be taken back', async () => {
    const person = await operator()
    const { applicationId } = await applyForOpening(person, { openingId: await opening() })
    const talk = { applicationId, heldOn: today, nextStep: 'Школа наставника в січні' }
    await expect(holdRefusalTalk(supervisor, talk)).rejects.toMatchObject({ fault: { key: 'notDeclined' } })
    await decideApplication(hr, { applicationId, outcome: 'declined', reason: REASON })
    await holdRefusalTalk(supervisor, talk)
    await expect(holdRefusalTalk(hr, talk)).rejects.toMatchObject({
      fault: { key: 'constraint.refusal_talks_pkey' },
    })
    await expect(withdrawApplication(person, { applicationId })).rejects.toMatchObject({
      fault: { key: 'applicationAnswered' },
    })
    const change = sql`update applications set state = 'accepted', release_on = current_date where id = ${applicationId}`
    expect(await attack(db.execute(change))).toBe('applications_answered')
  })

  test('an opening that is called off answers everybody with its reason', async () => {
    const person = await operator()
    const openingId = await opening()
    await applyForOpening(person, { openingId })
    expect(await cancelOpening(hr, { openingId, reason: REASON })).toEqual({ answered: 1 })
    expect((await listApplications(person, {})).items[0]).toMatchObject({ state: 'declined', reason: REASON })
    await expect(applyForOpening(await operator(), { openingId })).rejects.toMatchObject({
      fault: { key: 'openingCancelled' },
    })
  })
})

describe('what Postgres refuses', () => {
  const insert = (values: Record<string, unknown>) => {
    const base = {
      id: sql`gen_random_uuid()`,
      applied_at: sql`now()`,
      ready: true,
      snapshot: '[]',
      ...values,
    }
    const columns = sql.join(
      Object.keys(base).map((name) => sql.identifier(name)),
      sql`, `,
    )
    const all = sql.join(
      Object.values(base).map((value) => sql`${value}`),
      sql`, `,
    )
    return attack(db.execute(sql`insert into applications (${columns}) values (${all})`))
  }

  test('an answer without a reason, by oneself, or with a word for a reason', async () => {
    const openingId = await opening()
    const { personId: person_id } = await operator()
    const mine = { opening_id: openingId, person_id }
    const answered = { ...mine, state: 'declined', decided_at: sql`now()`, decided_by: hr.personId }
    expect(await insert({ ...answered, reason: null })).toBe('applications_answer')
    expect(await insert({ ...answered, reason: 'ні' })).toBe('applications_reason')
    expect(await insert({ ...answered, reason: REASON, decided_by: person_id })).toBe('applications_decider')
    expect(await insert({ ...answered, state: 'accepted', reason: REASON })).toBe('applications_release')
  })

  test('more people than seats, also when thirty are accepted at once', async () => {
    const openingId = await opening(3)
    const people = await Promise.all(Array.from({ length: 30 }, operator))
    const applied = await Promise.all(people.map((person) => applyForOpening(person, { openingId })))
    const all = await Promise.allSettled(
      applied.map(({ applicationId }) =>
        decideApplication(hr, { applicationId, outcome: 'accepted', reason: REASON, releaseOn: inDays(3) }),
      ),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect(await findOpening(hr, { openingId })).toMatchObject({ taken: 3, applied: 30 })
  })

  test('nobody in the way of an opening called off while its applications are answered and withdrawn', async () => {
    for (let round = 0; round < 5; round++) {
      const openingId = await opening(6)
      const people = await Promise.all(Array.from({ length: 6 }, operator))
      const applied = await Promise.all(people.map((person) => applyForOpening(person, { openingId })))
      const decide = { outcome: 'declined', reason: REASON } as const
      const all = await Promise.allSettled([
        ...applied.map(({ applicationId }, index) =>
          index % 2
            ? withdrawApplication(people[index] as Actor, { applicationId })
            : decideApplication(hr, { ...decide, applicationId }),
        ),
        cancelOpening(hr, { openingId, reason: REASON }),
      ])
      const refused = all.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
      for (const reason of refused) expect(reason).toMatchObject({ fault: { key: 'applicationAnswered' } })
      const { rows } = await db.execute(
        sql`select 1 from applications where opening_id = ${openingId} and state = 'submitted'`,
      )
      expect(rows).toEqual([])
    }
  })

  test('an application by one person pressed thirty times at once is one', async () => {
    const [person, openingId] = [await operator(), await opening()]
    const press = () => applyForOpening(person, { openingId })
    const all = await Promise.allSettled(Array.from({ length: 30 }, press))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('while an application is open', () => {
  test('a new version changes neither what was handed in nor an agreed plan; the answer still works', async () => {
    const person = await operator()
    const { planId } = await openPlan(person, { targetId: mentorId, visibility: 'supervisor' })
    await agreePlan(supervisor, { planId, nextCheckInOn: inDays(7) })
    const openingId = await opening()
    const { applicationId } = await applyForOpening(person, { openingId })
    const [before] = (await listApplications(person, {})).items
    const { versionId } = await draftLadder(hr, { ladderId: LADDER_ID })
    const ask = { versionId, positionId: mentorId, kind: 'tenure', threshold: 99, hard: true } as const
    const { edits } = await setRequirement(hr, ask)
    const { overrideId } = await askOverride(hr, { versionId, edits, reason: REASON })
    await approveOverride(head, { overrideId })
    await publishLadder(hr, {
      versionId,
      edits,
      whatChanged: { uk: 'Наставник працює у центрі довше.', en: 'A mentor has been here longer.' },
    })
    const [after] = (await listApplications(person, {})).items
    expect(after?.snapshot).toEqual(before?.snapshot)
    const own = await readiness(person, {})
    const target = own.targets.find(({ position }) => position.positionId === mentorId)
    expect(target?.frozen).toBe(true)
    expect(target?.checks.some(({ requirement }) => requirement.threshold === 99)).toBe(false)
    expect(target?.drift).toMatchObject([{ after: { kind: 'tenure', threshold: 99 } }])
    const decide = { applicationId, outcome: 'accepted', reason: REASON, releaseOn: inDays(1) } as const
    await decideApplication(hr, decide)
    await releasePerson(hr, { applicationId, startsOn: today })
    expect((await readiness(person, {})).plans).toEqual([])
  })
})

describe('what was answered', () => {
  test('stays with who answered and when, and with what was handed in', async () => {
    const person = await operator()
    const { applicationId } = await applyForOpening(person, { openingId: await opening() })
    const refuse = async (set: SQL) =>
      attack(db.execute(sql`update applications set ${set} where id = ${applicationId}`))
    expect(await refuse(sql`ready = not ready`)).toBe('applications_snapshot')
    await decideApplication(hr, { applicationId, outcome: 'declined', reason: REASON })
    expect(await refuse(sql`decided_by = ${head.personId}`)).toBe('applications_answered')
    expect(await refuse(sql`decided_at = decided_at - interval '9 days'`)).toBe('applications_answered')
    await expect(db.execute(sql`delete from applications where id = ${applicationId}`)).rejects.toThrow()
  })
})

describe('moved twice on one day', () => {
  test('the last place holds, the first of the two is not a stay, and tenure counts from the hiring', async () => {
    const person = await operator()
    const to = (slug: string, kind: 'up' | 'across') =>
      movePerson(hr, {
        personId: person.personId,
        positionId: referenceId('position', slug),
        siteId,
        teamId,
        kind,
        startsOn: today,
      })
    await to('mentor', 'up')
    await to('tech-support', 'across')
    const { rows } = await db.execute<{ slug: string; from: string; to: string | null }>(sql`
      select p.slug, lower(e.valid)::text as from, upper(e.valid)::text as to from employments e
      join positions p on p.id = e.position_id where e.person_id = ${person.personId} order by lower(e.valid)`)
    expect(rows).toEqual([
      { slug: 'operator', from: '2026-01-05', to: today },
      { slug: 'tech-support', from: today, to: null },
    ])
    const { standing } = await loadStanding(db, person, person.personId, new Date())
    expect(standing.hiredOn).toBe('2026-01-05')
    expect(standing.daysIn[mentorId]).toBeUndefined()
    const both = await Promise.allSettled([to('mentor', 'up'), to('analyst', 'up')])
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
    const { rows: now } = await db.execute(
      sql`select 1 from employments where person_id = ${person.personId} and upper(valid) is null`,
    )
    expect(now).toHaveLength(1)
  })
})

describe('acting', () => {
  test('stands beside the own position, from-to, and not twice on a day', async () => {
    const person = await operator()
    const role = { personId: person.personId, positionId: referenceId('position', 'supervisor') }
    await act(supervisor, { ...role, startsOn: today, lastDay: inDays(6) })
    await expect(act(supervisor, { ...role, startsOn: inDays(3), lastDay: inDays(9) })).rejects.toMatchObject(
      {
        fault: { key: 'actingAlready' },
      },
    )
    const { rows } = await db.execute(
      sql`select position_id from current_employments where person_id = ${person.personId}`,
    )
    expect(rows).toEqual([{ position_id: person.positionId }])
  })
})
