import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { attack } from '#db/testing/floor'
import { makeBox } from '#db/testing/ideas'
import { makePerson, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { convenePanel } from '#server/ideas/convene'
import { listPanelTasks, listRanking, showPanel } from '#server/ideas/panel-queries'
import { scoreIdea } from '#server/ideas/score'
import { secondRound } from '#server/ideas/second-round'
import { submitIdea } from '#server/ideas/submit'

let box: Awaited<ReturnType<typeof makeBox>>
let reviewers: [Actor, Actor, Actor]
let turn = 0

beforeAll(async () => {
  box = await makeBox()
  const people = await Promise.all(
    ['Раз', 'Два', 'Три'].map(async (name) =>
      makePerson({ siteId: box.siteId, teamId: await makeTeam(box.siteId, name), name }),
    ),
  )
  reviewers = people as [Actor, Actor, Actor]
})

const convened = async () => {
  const title = `Оцінити цю думку ${turn++}`
  const { number } = await submitIdea(box.operator, { title, areaId: box.areaId, authorMode: 'hidden' })
  const people = reviewers.map(({ personId }) => personId)
  const { panelId } = await convenePanel(box.hr, { number, people })
  return { number, panelId }
}
const marks = (impact: number, reach = impact, effort = 6 - impact) => ({ impact, reach, effort })

describe('a panel', () => {
  test('is blind until one’s own score is locked, shows the spread, and ranks by the lower bound', async () => {
    const sure = await convened()
    for (const who of reviewers) await scoreIdea(who, { panelId: sure.panelId, ...marks(4) })
    const split = await convened()
    const { number, panelId } = split
    const [one, two, three] = reviewers
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
    for (const [who, mark] of [
      [one, 5],
      [two, 2],
      [three, 5],
    ] as const)
      await scoreIdea(who, { panelId, ...marks(mark) })
    const both = await showPanel(box.hr, { number })
    expect(both).toMatchObject({ state: 'closed', round: 2 })
    expect(both?.rounds.map(({ scores }) => scores.length)).toEqual([3, 3])
    const ranking = (await listRanking(box.operator, {})).items.map((idea) => idea.number)
    expect(ranking.indexOf(sure.number)).toBeLessThan(ranking.indexOf(number))
  })

  test('keeps out the author, a crowd of one team, fewer than three, and a second panel', async () => {
    const title = `Ще одна думка ${turn++}`
    const { number } = await submitIdea(box.operator, { title, areaId: box.areaId, authorMode: 'hidden' })
    const [one, two, three] = reviewers.map(({ personId }) => personId) as [string, string, string]
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
    const [one] = reviewers
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
    const [one] = reviewers
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
