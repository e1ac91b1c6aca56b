import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { attack } from '#db/testing/floor'
import { makeBox } from '#db/testing/ideas'
import { makePerson, makeTeam } from '#db/testing/people'
import { type Actor, systemActor } from '#domain/access'
import { convenePanel } from '#server/ideas/convene'
import { escalateIdeas } from '#server/ideas/escalate'
import { listPanelTasks, listRanking, showPanel } from '#server/ideas/panel-queries'
import { releaseReviewer } from '#server/ideas/release-reviewer'
import { scoreIdea } from '#server/ideas/score'
import { secondRound } from '#server/ideas/second-round'
import { submitIdea } from '#server/ideas/submit'

/** A Monday. */
const AT = new Date('2026-03-02T09:00:00Z')
const later = (days: number) => ({ now: new Date(AT.getTime() + days * 86_400_000) })

let box: Awaited<ReturnType<typeof makeBox>>
let people: [Actor, Actor, Actor, Actor, Actor]
let turn = 0

beforeAll(async () => {
  box = await makeBox()
  const made = ['Раз', 'Два', 'Три', 'Чотири', 'Пʼять'].map(async (name) =>
    makePerson({ siteId: box.siteId, teamId: await makeTeam(box.siteId, name), name }),
  )
  people = (await Promise.all(made)) as typeof people
})

const convened = async (reviewers: Actor[] = people.slice(0, 3)) => {
  const idea = { title: `Оцінити цю думку ${turn++}`, areaId: box.areaId, authorMode: 'hidden' } as const
  const { number } = await submitIdea(box.operator, idea, { now: AT })
  const ids = reviewers.map(({ personId }) => personId)
  const { panelId } = await convenePanel(box.hr, { number, people: ids }, { now: AT })
  return { number, panelId }
}
const marks = (impact: number) => ({ impact, reach: impact, effort: 6 - impact })
/** A mark from each of the first so many. */
const scored = async (panelId: string, ...given: number[]) => {
  for (const [at, mark] of given.entries()) await scoreIdea(people[at] as Actor, { panelId, ...marks(mark) })
}
const noticesOf = async (who: Actor, number: number) => {
  const { rows } = await db.execute<{ kind: string }>(sql`
    select kind from notices where person_id = ${who.personId} and params ->> 'number' = ${String(number)} order by created_at, id`)
  return rows.map(({ kind }) => kind)
}

describe('a panel', () => {
  test('is blind until one’s own score is locked, shows the spread, and ranks by the lower bound', async () => {
    const sure = await convened()
    await scored(sure.panelId, 4, 4, 4)
    const split = await convened()
    const { number, panelId } = split
    const [one, two, three] = people
    await scoreIdea(one, { panelId, ...marks(5) })
    expect(await showPanel(two, { number })).toMatchObject({ asked: true, rounds: [] })
    expect(await showPanel(box.hr, { number })).toMatchObject({ asked: false, rounds: [] })
    expect((await showPanel(one, { number }))?.rounds[0]?.scores).toHaveLength(1)
    expect(await showPanel(box.operator, { number })).toBeNull()
    expect((await listPanelTasks(two, {})).map((task) => task.number)).toContain(number)
    await scoreIdea(two, { panelId, ...marks(2) })
    expect(await scoreIdea(three, { panelId, ...marks(5) })).toEqual({ state: 'discussion' })
    const first = await showPanel(one, { number })
    expect(first?.rounds[0]).toMatchObject({ mean: 4 })
    expect(first?.rounds[0]?.spread.impact).toBeCloseTo(1.73, 2)

    await secondRound(box.hr, { panelId })
    expect((await showPanel(one, { number }))?.rounds).toHaveLength(1)
    await scored(panelId, 5, 2, 5)
    const both = await showPanel(box.hr, { number })
    expect(both).toMatchObject({ state: 'closed', round: 2 })
    expect(both?.rounds.map(({ scores }) => scores.length)).toEqual([3, 3])
    const ranking = (await listRanking(box.operator, {})).items.map((idea) => idea.number)
    expect(ranking.indexOf(sure.number)).toBeLessThan(ranking.indexOf(number))
  })

  test('keeps out the author, a crowd of one team, fewer than three, and a second panel', async () => {
    const title = `Ще одна думка ${turn++}`
    const { number } = await submitIdea(box.operator, { title, areaId: box.areaId, authorMode: 'hidden' })
    const [one, two, three] = people.map(({ personId }) => personId) as [string, string, string]
    const convene = (...people: string[]) => convenePanel(box.hr, { number, people })
    await expect(convene(one, two, box.operator.personId)).rejects.toMatchObject({
      fields: { people: { key: 'constraint.idea_panels_not_own' } },
    })
    await expect(convene(one, box.colleague.personId, box.supervisor.personId)).rejects.toMatchObject({
      fields: { people: { key: 'ideas.teamCrowd' } },
    })
    await expect(convene(one, one, two)).rejects.toMatchObject({ reason: 'invalid' })
    await expect(convenePanel(box.supervisor, { number, people: [one, two, three] })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    const at = await Promise.allSettled(Array.from({ length: 30 }, () => convene(one, two, three)))
    expect(at.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('takes one score a person and round, of thirty at once; nobody’s who was not asked', async () => {
    const { panelId } = await convened()
    const [one] = people
    const at = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) => scoreIdea(one, { panelId, ...marks(1 + (index % 5)) })),
    )
    expect(at.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(scoreIdea(box.colleague, { panelId, ...marks(3) })).rejects.toMatchObject({
      reason: 'not-found',
    })
    await expect(secondRound(box.hr, { panelId })).rejects.toMatchObject({
      fault: { key: 'ideas.noDispute' },
    })
  })

  test('Postgres refuses what goes past the commands', async () => {
    const { panelId } = await convened()
    const [one] = people
    const insert = (person: string, round = 1, mark = 3) =>
      db.execute(sql`insert into idea_scores (panel_id, person_id, round, impact, reach, effort, locked_at)
        values (${panelId}, ${person}, ${round}, ${mark}, 3, 3, now())`)
    const seat = (person: string) =>
      db.execute(sql`insert into idea_panelists (panel_id, person_id) values (${panelId}, ${person})`)
    expect(await attack(insert(box.operator.personId))).toBe('idea_panels_not_own')
    expect(await attack(seat(box.operator.personId))).toBe('idea_panels_not_own')
    expect(await attack(insert(box.colleague.personId))).toBe('idea_scores_panelist')
    expect(await attack(insert(one.personId, 2))).toBe('idea_scores_open_round')
    expect(await attack(insert(one.personId, 1, 6))).toBe('idea_scores_range')
    await insert(one.personId)
    expect(await attack(db.execute(sql`update idea_scores set impact = 5 where panel_id = ${panelId}`))).toBe(
      'idea_scores_append_only',
    )
    const close = db.execute(sql`
      update idea_panels set state = 'closed', closed_at = now(), mean = 5, lower = 5 where id = ${panelId}`)
    expect(await attack(close)).toBe('idea_panels_whole')
    const second = db.execute(sql`
      insert into idea_panels (id, idea_id, opened_by, opened_at)
      select ${newId(new Date())}::uuid, idea_id, opened_by, now() from idea_panels where id = ${panelId}`)
    expect(await attack(second)).toBe('idea_panels_one')
  })
})

describe('a reviewer who never scores', () => {
  test('is replaced: the panel goes on, the trace stays, nobody new sees anything before their own score', async () => {
    const [one, , three, four] = people
    const { number, panelId } = await convened()
    await scored(panelId, 4, 4)
    const act = { panelId, personId: three.personId, reason: 'silent' } as const
    await expect(releaseReviewer(box.supervisor, act)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(releaseReviewer(box.hr, act)).rejects.toMatchObject({
      fields: { replacementId: { key: 'constraint.idea_releases_three' } },
    })
    const taken = { ...act, replacementId: one.personId }
    await expect(releaseReviewer(box.hr, taken)).rejects.toMatchObject({
      fields: { replacementId: { key: 'constraint.idea_panelists_panel_id_person_id_pk' } },
    })
    const crowd = { ...act, personId: one.personId, replacementId: four.personId }
    await expect(releaseReviewer(box.hr, crowd)).rejects.toMatchObject({
      fault: { key: 'constraint.idea_releases_waiting' },
    })
    const seat = { ...act, replacementId: four.personId }
    expect(await releaseReviewer(box.hr, seat)).toEqual({ state: 'scoring' })
    await expect(releaseReviewer(box.hr, seat)).rejects.toMatchObject({ fault: { key: 'ideas.notSeated' } })

    expect(await showPanel(three, { number })).toBeNull()
    expect((await listPanelTasks(three, {})).map((task) => task.number)).not.toContain(number)
    await expect(scoreIdea(three, { panelId, ...marks(1) })).rejects.toMatchObject({ reason: 'not-found' })
    expect(await showPanel(four, { number })).toMatchObject({ asked: true, rounds: [], released: [] })
    expect(await showPanel(box.hr, { number })).toMatchObject({
      rounds: [],
      released: [{ name: 'Три', replacement: 'Чотири', round: 1, reason: 'silent' }],
    })
    expect(await noticesOf(three, number)).toContain('idea.panelReleased')
    expect(await noticesOf(four, number)).toContain('idea.panel')
    expect(await scoreIdea(four, { panelId, ...marks(4) })).toEqual({ state: 'closed' })
    expect((await showPanel(box.hr, { number }))?.rounds[0]?.scores).toHaveLength(3)
  })

  test('is let go of four, which ends the round; in the second round too, and what was scored stays', async () => {
    const [one, two, three, four, five] = people
    const { number, panelId } = await convened([one, two, three, four])
    await scored(panelId, 5, 2, 5)
    const act = { panelId, personId: four.personId, reason: 'away' } as const
    expect(await releaseReviewer(box.hr, act)).toEqual({ state: 'discussion' })
    await secondRound(box.hr, { panelId })
    await scored(panelId, 5, 5)
    const seat = { ...act, personId: three.personId, replacementId: five.personId }
    expect(await releaseReviewer(box.hr, seat)).toEqual({ state: 'scoring' })
    expect(await showPanel(five, { number })).toMatchObject({ asked: true, rounds: [{ round: 1 }] })
    expect(await scoreIdea(five, { panelId, ...marks(5) })).toEqual({ state: 'closed' })
    const rounds = (await showPanel(box.hr, { number }))?.rounds ?? []
    expect(rounds.map(({ scores }) => scores.map(({ name }) => name).toSorted())).toEqual([
      ['Два', 'Раз', 'Три'],
      ['Два', 'Пʼять', 'Раз'],
    ])
  })

  test('is reminded every second working day, and HR hears from the second time on', async () => {
    const [one, two] = people
    const { number, panelId } = await convened()
    await scoreIdea(one, { panelId, ...marks(4) })
    const waits = async (who: Actor) =>
      (await noticesOf(who, number)).filter((kind) => kind === 'idea.panelWaits').length
    const round = (days: number) => escalateIdeas(systemActor(), {}, later(days))
    await round(1)
    expect(await waits(two)).toBe(0)
    await round(2)
    await round(2)
    expect([await waits(one), await waits(two)]).toEqual([0, 1])
    expect(await noticesOf(box.hr, number)).not.toContain('idea.panelSlow')
    // Friday; the days of the weekend do not count.
    await round(4)
    await round(6)
    expect(await waits(two)).toBe(2)
    expect((await noticesOf(box.hr, number)).filter((kind) => kind === 'idea.panelSlow')).toHaveLength(1)
  })

  test('Postgres holds it, against thirty at once too', async () => {
    const [one, two, three, four, five] = people
    const { panelId } = await convened([one, two, three, four])
    const release = (who: Actor, by = box.hr, round = 1) =>
      db.execute(sql`insert into idea_releases (panel_id, person_id, round, reason, released_by, released_at)
        values (${panelId}, ${who.personId}, ${round}, 'away', ${by.personId}, now())`)
    expect(await attack(release(four, box.hr, 2))).toBe('idea_releases_waiting')
    expect(await attack(release(five))).toBe('idea_releases_panelist')
    await scoreIdea(one, { panelId, ...marks(4) })
    expect(await attack(release(one))).toBe('idea_releases_waiting')
    expect(await attack(release(two, one))).toBe('idea_releases_unseen')
    // Two of four go at once: one of them stays.
    const at = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) => release([two, three, four][index % 3] as Actor)),
    )
    expect(at.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const gone = await db.execute<{ id: string }>(
      sql`select person_id as id from idea_releases where panel_id = ${panelId}`,
    )
    const score =
      db.execute(sql`insert into idea_scores (panel_id, person_id, round, impact, reach, effort, locked_at)
      values (${panelId}, ${gone.rows[0]?.id}, 1, 3, 3, 3, now())`)
    expect(await attack(score)).toBe('idea_scores_released')
    const change = (what: ReturnType<typeof sql>) => attack(db.execute(what))
    expect(await change(sql`delete from idea_releases where panel_id = ${panelId}`)).toBe(
      'idea_releases_append_only',
    )
    expect(await change(sql`delete from idea_panelists where panel_id = ${panelId}`)).toBe(
      'idea_panelists_append_only',
    )
    const [left = one] = [two, three, four].filter(({ personId }) => personId !== gone.rows[0]?.id)
    const [other = one] = [two, three, four].filter(
      (who) => who !== left && who.personId !== gone.rows[0]?.id,
    )
    for (const who of [left, other]) await scoreIdea(who, { panelId, ...marks(4) })
    expect(
      await change(
        sql`insert into idea_panelists (panel_id, person_id) values (${panelId}, ${five.personId})`,
      ),
    ).toBe('idea_panelists_open')
  })
})
