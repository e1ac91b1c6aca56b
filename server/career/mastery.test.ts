import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { describe, expect, test } from 'vitest'
import type { Reader } from '#db/client'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import { attack } from '#db/testing/floor'
import { makeCentre, makePerson, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { addDays } from '#domain/months'
import { findActor } from '#server/accounts/actor-queries'
import { agreePlan } from '#server/career/agree-plan'
import { answerAssessment } from '#server/career/answer-assessment'
import { askAgain } from '#server/career/ask-again'
import { askAssessment } from '#server/career/ask-assessment'
import { assessLevel } from '#server/career/assess'
import { careerBoard } from '#server/career/board-queries'
import { changeCompanion } from '#server/career/change-companion'
import { ladderConsequences } from '#server/career/consequence-queries'
import { careerFlow } from '#server/career/flow-queries'
import { holdCheckIn } from '#server/career/hold-check-in'
import { listInformed } from '#server/career/informed-people-queries'
import { findLadder } from '#server/career/ladders-queries'
import { offerMentoring } from '#server/career/offer-mentoring'
import { openPlan } from '#server/career/open-plan'
import { readiness } from '#server/career/own-queries'
import { peerDesk } from '#server/career/peer-queries'
import { proposeLevel } from '#server/career/propose-level'
import { informedBoard, matchedBoard, worksBoard } from '#server/career/scoreboard-queries'
import { setIntent } from '#server/career/set-intent'
import { listMembers, listStalled } from '#server/career/team-queries'
import { assignMentor } from '#server/people/assign-mentor'

const { siteId, teamId, supervisor, hr, operator } = await makeCentre()

const targetId = referenceId('position', 'mentor')
const competenceId = referenceId('competence', 'coaching')
const today = new Date().toISOString().slice(0, 10)
const inDays = (days: number) => addDays(today, days)
const later = (days: number) => new Date(Date.now() + days * 86_400_000)

const noticesOf = async ({ personId }: Actor, kind: string) =>
  (await db.execute(sql`select 1 from notices where person_id = ${personId} and kind = ${kind}`)).rows.length

describe('whoever goes along with a plan', () => {
  test('sees that plan after a change of teams and no more: no wish, no other plan, no proposed level', async () => {
    const [before, after] = [await makeTeam(siteId), await makeTeam(siteId)]
    const [former, next] = await Promise.all(
      [before, after].map((team) =>
        makePerson({ siteId, teamId: team, roles: [{ role: 'supervisor', teamId: team }] }),
      ),
    )
    const person = await operator(before)
    const { personId } = person
    const wishedId = referenceId('position', 'analyst')
    await setIntent(person, { kind: 'move', targetId: wishedId, visibility: 'supervisor' })
    const other = await openPlan(person, { targetId: wishedId, visibility: 'supervisor' })
    await db.execute(sql`update plans set companion_id = ${hr.personId} where id = ${other.planId}`)
    const strongId = referenceId('competence', 'speech')
    await assessLevel(former!, { personId, competenceId: strongId, level: 3 })
    await offerMentoring(person, { offered: true })
    await askAssessment(person, { competenceId, level: 2 })
    const { planId } = await openPlan(person, { targetId, visibility: 'supervisor' })
    await agreePlan(former!, { planId, nextCheckInOn: inDays(7) })
    await db.execute(sql`update employments set team_id = ${after} where person_id = ${personId}`)
    const seen = await readiness(former!, {
      personId,
      record: true,
      targetId: wishedId,
      besideSlug: 'analyst',
    })
    expect(seen.plans.map(({ id }) => id)).toEqual([planId])
    expect(seen.targets.map(({ position }) => position.positionId)).toEqual([targetId])
    expect(seen).toMatchObject({ led: false, record: null, intent: null, informed: false, hasNews: false })
    expect(seen).toMatchObject({ enrolled: {}, proposed: {}, companions: [], ways: [] })
    expect(seen.proposed).toEqual({})
    const led = await readiness(next!, { personId, record: true })
    expect(led.record).not.toBeNull()
    expect(led).toMatchObject({ led: true, intent: { targetId: wishedId }, proposed: { [competenceId]: 2 } })
    expect(led.plans).toHaveLength(2)
    const listedFor = async (reader: Actor) =>
      (await listMembers(reader, {})).find(({ id }) => id === personId)
    const nothing = { intent: null, target: null, offersMentoring: false }
    expect(await listedFor(former!)).toMatchObject({ led: false, plans: 1, ...nothing })
    const all = { led: true, intent: 'move', plans: 2, offersMentoring: true }
    expect(await listedFor(next!)).toMatchObject(all)
    await offerMentoring(person, { offered: false })
  })

  test('goes on doing so after a change of teams, sees the plan and no more, until somebody else is asked', async () => {
    const person = await operator()
    const { planId } = await openPlan(person, { targetId, visibility: 'supervisor' })
    await agreePlan(supervisor, { planId, nextCheckInOn: inDays(7) })
    const elsewhere = await makeTeam(siteId)
    const next = await makePerson({
      siteId,
      teamId: elsewhere,
      roles: [{ role: 'supervisor', teamId: elsewhere }],
    })
    await db.execute(sql`update employments set team_id = ${elsewhere} where person_id = ${person.personId}`)
    const { personId } = person
    const seen = await readiness(supervisor, { personId, record: true })
    expect(seen.plans).toHaveLength(1)
    expect(seen.record).toBeNull()
    expect((await readiness(next, { personId, record: true })).record).not.toBeNull()
    expect((await listMembers(supervisor, {})).map(({ id }) => id)).toContain(personId)
    await holdCheckIn(supervisor, { planId, heldOn: today, nextOn: inDays(9) })
    const missed = { now: later(11) }
    const cases = await listStalled(supervisor, {}, missed)
    expect(cases.items.filter(({ person: { id } }) => id === personId)).toMatchObject([
      { kind: 'check-in-missed', mine: true },
    ])
    const moved = { ...person, teamId: elsewhere }
    await expect(changeCompanion(moved, { planId, companionId: hr.personId })).rejects.toMatchObject({
      fields: { companionId: { key: 'companionNear' } },
    })
    await expect(changeCompanion(supervisor, { planId, companionId: next.personId })).rejects.toMatchObject({
      reason: 'not-found',
    })
    await changeCompanion(moved, { planId, companionId: next.personId })
    await expect(readiness(supervisor, { personId })).rejects.toMatchObject({ reason: 'not-found' })
    expect((await listStalled(next, {}, missed)).items).toMatchObject([
      { kind: 'check-in-missed', mine: true },
    ])
  })
})

describe('a wish', () => {
  test('is asked about again on its day and not before, once, also a private one', async () => {
    const person = await operator()
    await setIntent(person, { kind: 'stay', visibility: 'private', askAgainOn: inDays(40) })
    await askAgain(systemActor(), {}, { now: later(38) })
    expect(await noticesOf(person, 'career.askAgain')).toBe(0)
    await Promise.all([1, 2].map(() => askAgain(systemActor(), {}, { now: later(41) })))
    await askAgain(systemActor(), {}, { now: later(50) })
    expect(await noticesOf(person, 'career.askAgain')).toBe(1)
    await expect(askAgain(hr, {})).rejects.toMatchObject({ reason: 'forbidden' })
  })
})

describe('mastery in place', () => {
  test('shows levels in words and the next one; mentoring is offered from level 3 and leads to the part of a mentor', async () => {
    const [person, newcomer] = [await operator(), await operator()]
    await setIntent(person, { kind: 'stay', visibility: 'open' })
    await expect(offerMentoring(person, { offered: true })).rejects.toMatchObject({
      fault: { key: 'notStrongYet' },
    })
    await assessLevel(supervisor, { personId: person.personId, competenceId, level: 3 })
    const { mastery } = await readiness(person, { mastery: true })
    const coaching = mastery?.levels.find(({ id }) => id === competenceId)
    expect(coaching).toMatchObject({ level: 3, asked: null })
    expect([coaching?.behaviour?.uk, coaching?.next?.uk].every(Boolean)).toBe(true)
    await Promise.all(Array.from({ length: 30 }, () => offerMentoring(person, { offered: true })))
    expect(await noticesOf(supervisor, 'career.mentorOffered')).toBe(1)
    const twice = sql`insert into mentor_offers (id, person_id, offered_at) values (gen_random_uuid(), ${person.personId}, now())`
    expect(await attack(db.execute(twice))).toBe('mentor_offers_one_open')
    const { personId: menteeId } = newcomer
    const { record } = await readiness(supervisor, { personId: menteeId, record: true })
    expect(record?.mentors.map(({ id }) => id)).toEqual([person.personId])
    await assignMentor(supervisor, { menteeId, mentorId: person.personId, startsOn: today })
    const mentor = (await findActor(person.personId)) as Actor
    expect(mentor.grants).toMatchObject([{ role: 'mentor', teamId: null }])
    expect((await readiness(mentor, { personId: menteeId, record: true })).record?.mentor?.id).toBe(
      person.personId,
    )
    expect((await readiness(mentor, { mastery: true })).mastery).toMatchObject({
      mentees: [{ id: menteeId }],
      offersMentoring: true,
    })
    await offerMentoring(person, { offered: false })
    expect((await readiness(person, { mastery: true })).mastery?.offersMentoring).toBe(false)
  })

  test('whoever is strong has colleagues to speak of and hears what became of it', async () => {
    const [person, colleague] = [await operator(), await operator()]
    expect(await peerDesk(colleague, {})).toMatchObject({ strong: [], colleagues: [] })
    await assessLevel(supervisor, { personId: colleague.personId, competenceId, level: 3 })
    const desk = await peerDesk(colleague, {})
    expect(desk.strong).toMatchObject([{ id: competenceId, level: 3 }])
    expect(desk.strong[0]?.words).toHaveLength(4)
    expect(desk.colleagues.map(({ id }) => id)).toContain(person.personId)
    const { assessmentId } = await proposeLevel(colleague, {
      personId: person.personId,
      competenceId,
      level: 2,
    })
    expect((await peerDesk(colleague, {})).said).toMatchObject([{ state: 'proposed', level: 2 }])
    await answerAssessment(supervisor, { assessmentId, outcome: 'confirmed' })
    expect((await peerDesk(colleague, {})).said).toMatchObject([{ state: 'confirmed' }])
    expect(await noticesOf(colleague, 'career.proposalAnswered')).toBe(1)
  })
})

describe('the rows behind the numbers', () => {
  const counting = async (read: (reader: Reader) => Promise<unknown>) => {
    let asked = 0
    await read(drizzle({ client: db.$client, logger: { logQuery: () => void asked++ } }))
    return asked
  }

  test('names are for whoever leads these people: those who do not know their way first', async () => {
    const known = await operator()
    const { rows } = await db.execute<{ id: string }>(sql`select id from published_versions limit 1`)
    await db.execute(sql`insert into recall_answers (id, person_id, version_id, on_date, correct, at)
      values (gen_random_uuid(), ${known.personId}, ${rows[0]?.id}, current_date, true, now())`)
    const first = await listInformed(supervisor, { by: 'team', of: teamId, limit: 3 })
    expect(first.items.map(({ informed }) => informed)).toEqual([false, false, false])
    const all = await listInformed(supervisor, { by: 'team', of: teamId, limit: 100 })
    expect(all.items.at(-1)).toMatchObject({ id: known.personId, informed: true })
    const rest = await listInformed(supervisor, {
      by: 'team',
      of: teamId,
      cursor: first.next ?? '',
      limit: 100,
    })
    expect([...first.items, ...rest.items]).toEqual(all.items)
    const { of, groups } = await informedBoard(hr, {})
    const teams = groups.filter(({ by }) => by === 'team')
    expect(teams.reduce((sum, one) => sum + one.of, 0)).toBe(of)
    const without = teams.find(({ id }) => id === 'none')
    expect((await listInformed(hr, { by: 'team', of: 'none', limit: 100 })).items).toHaveLength(
      without?.of ?? -1,
    )
    const group = groups.find(({ id }) => id === teamId)
    expect(group).toMatchObject({ of: all.items.length, met: 1 })
    expect((await listInformed(supervisor, { by: 'shift', of: 'office', limit: 100 })).items).toEqual(
      all.items,
    )
    const other = await makeTeam(siteId)
    const stranger = await makePerson({
      siteId,
      teamId: other,
      roles: [{ role: 'supervisor', teamId: other }],
    })
    expect((await listInformed(stranger, { by: 'team', of: teamId })).items).toEqual([])
    await expect(listInformed(known, {})).rejects.toMatchObject({ reason: 'forbidden' })
  })

  test('the page says what the three numbers say, each increment is there, and it takes three statements', async () => {
    const board = await careerBoard(hr, { flow: true })
    expect(board.informed).toEqual(await informedBoard(hr, {}))
    expect(board.works).toEqual(await worksBoard(hr, {}))
    expect(board.matched).toEqual(await matchedBoard(hr, {}))
    expect(board.flow).toEqual(await careerFlow(hr, {}))
    expect(board.matched.increments).toHaveLength(board.matched.of)
    expect(board.matched.increments.filter(({ open }) => open)).toHaveLength(board.matched.met)
    expect(await counting((reader) => careerBoard(hr, { flow: true }, { reader }))).toBe(3)
  })

  test('a version with what it would mean for people takes three statements', async () => {
    const { rows } = await db.execute<{ id: string }>(sql`select id from published_versions limit 1`)
    const versionId = rows[0]?.id ?? ''
    const found = await findLadder(hr, { versionId, weigh: true })
    expect(found.consequences).toEqual(await ladderConsequences(hr, { versionId }))
    expect(await counting((reader) => findLadder(hr, { versionId, weigh: true }, { reader }))).toBe(3)
    const { personId } = await operator()
    const stranger = { ...hr, personId, grants: [] }
    expect((await findLadder(stranger, { versionId, weigh: true })).consequences).toBeNull()
  })

  test('one person’s page takes three statements, with everything that stands on it', async () => {
    const { personId } = await operator()
    const all = { record: true, mastery: true }
    expect(await counting((reader) => readiness(supervisor, { personId, ...all }, { reader }))).toBe(3)
    expect(await counting((reader) => readiness(hr, all, { reader }))).toBe(3)
  })
})
