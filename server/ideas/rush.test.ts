import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { attack } from '#db/testing/floor'
import { makeArea, makeBox } from '#db/testing/ideas'
import { makePerson, makeTeam } from '#db/testing/people'
import type { AuthorMode } from '#domain/ideas'
import { answerIdea } from '#server/ideas/answer'
import { changeArea } from '#server/ideas/change-area'
import { convenePanel } from '#server/ideas/convene'
import { mergeIdea } from '#server/ideas/merge'
import { retireArea } from '#server/ideas/retire-area'
import { scoreIdea } from '#server/ideas/score'
import { submitIdea } from '#server/ideas/submit'
import { supportIdea } from '#server/ideas/support'

// What must never be false, each by thirty requests at once: as commands where people press, past them where only Postgres stands.
const AT = new Date('2026-03-10T10:00:00Z')
const WORDS = 'Дякуємо, подивимося на це разом із технічним відділом.'
const thirty = Array.from({ length: 30 }, (_, turn) => turn)

let box: Awaited<ReturnType<typeof makeBox>>
let turn = 0

beforeAll(async () => {
  box = await makeBox()
})

const send = async (authorMode: AuthorMode = 'named', by = box.operator, areaId = box.areaId) => {
  const idea = { title: `Лампа над столом номер ${turn++}`, areaId, authorMode }
  const { number } = await submitIdea(by, idea, { now: AT })
  const { rows } = await db.execute<{ id: string }>(sql`select id from ideas where number = ${number}`)
  return { number, id: rows[0]?.id as string }
}
const rush = async (act: (turn: number) => Promise<unknown>) => {
  const ends = await Promise.allSettled(thirty.map(act))
  const defects = ends.filter((end) => end.status === 'rejected' && end.reason.name !== 'Refused')
  expect(defects).toEqual([])
  return ends.filter(({ status }) => status === 'fulfilled').length
}
/** Which constraints refused; `undefined` is an attack that passed. */
const refusals = async (act: (turn: number) => Promise<unknown>) =>
  new Set(await Promise.all(thirty.map((one) => attack(act(one)))))
const rowOf = async (id: string) =>
  (await db.execute<Record<string, unknown>>(sql`select * from ideas where id = ${id}`)).rows[0]
const replyTo = (
  id: string,
  given: { by?: string; kind: string; state?: string; reason?: string; body?: string },
) =>
  db.execute(sql`
    insert into idea_replies (id, idea_id, author_id, kind, state, reason, body, created_at)
    values (${newId(AT)}, ${id}, ${given.by ?? box.supervisor.personId}, ${given.kind}, ${given.state ?? null}, ${given.reason ?? null},
      ${given.body ?? WORDS}, ${AT.toISOString()})`)
const change = (id: string, to: SQL) => db.execute(sql`update ideas set ${to} where id = ${id}`)

describe('thirty at once', () => {
  test('a second vote, and a vote for one’s own', async () => {
    const { id, number } = await send('hidden')
    expect(await rush(() => supportIdea(box.operator, { number }, { now: AT }))).toBe(0)
    const vote = () =>
      db.execute(sql`insert into idea_votes (idea_id, person_id) values (${id}, ${box.colleague.personId})`)
    const said = await Promise.all(thirty.map(() => attack(vote())))
    expect(said.filter((refused) => refused === undefined)).toHaveLength(1)
    expect((await rowOf(id))?.votes).toBe(1)
  })

  test('leaving «new»: in silence nobody does, and of thirty first words one is the first', async () => {
    const { id, number } = await send()
    expect(await refusals(() => change(id, sql`state = 'under-review'`))).toEqual(
      new Set(['ideas_answered_first']),
    )
    expect(
      await refusals(() => replyTo(id, { kind: 'ack', body: `\n\t${'\u00a0'.repeat(30)}\nок\n` })),
    ).toEqual(new Set(['idea_replies_body']))
    expect(
      await rush(() => answerIdea(box.supervisor, { number, kind: 'ack', body: WORDS }, { now: AT })),
    ).toBe(1)
    expect(await rowOf(id)).toMatchObject({ state: 'under-review' })
  })

  test('a decision without a reason, or on the reason of another decision', async () => {
    const { id, number } = await send()
    expect(await refusals(() => replyTo(id, { kind: 'decision', state: 'declined' }))).toEqual(
      new Set(['idea_replies_reason']),
    )
    const decide = (state: 'accepted' | 'declined') =>
      answerIdea(
        box.supervisor,
        { number, kind: 'decision', state, reason: 'useful', body: WORDS },
        { now: AT },
      )
    await decide('accepted')
    expect(await refusals(() => change(id, sql`state = 'declined'`))).toEqual(
      new Set(['ideas_decision_reply']),
    )
    await rush((one) => decide(one % 2 ? 'accepted' : 'declined'))
    const { rows } = await db.execute(sql`
      select 1 from ideas i join idea_replies r on r.id = i.decision_reply_id where i.id = ${id} and r.state = i.state`)
    expect(rows).toHaveLength(1)
  })

  test('an answer by the author to themselves, hidden or named', async () => {
    for (const mode of ['named', 'hidden'] as const) {
      const { id } = await send(mode, box.supervisor)
      for (const kind of ['ack', 'question', 'outcome'])
        expect(await refusals(() => replyTo(id, { kind }))).toEqual(new Set(['idea_replies_not_own']))
    }
  })

  test('an idea without an owner, also while areas change hands and close', async () => {
    const { id } = await send()
    expect(await refusals(() => change(id, sql`owner_id = null`))).toEqual(new Set(['not-null']))
    const areaId = await makeArea(box, box.supervisor, box.backup)
    const area = {
      areaId,
      name: { uk: 'Світло' },
      purpose: { uk: 'Лампи й вікна' },
      ackDays: 2,
      decideDays: 14,
    }
    const owners = [box.supervisor, box.backup] as const
    const acts = [
      (at: number) => send(at % 4 ? 'named' : 'hidden', owners[at % 2], areaId),
      (at: number) => {
        const [ownerId, backupId] = [owners[at % 2], owners[(at + 1) % 2]].map(
          (who) => who?.personId as string,
        )
        return changeArea(
          box.hr,
          { ...area, ownerId: ownerId as string, backupId: backupId as string },
          { now: AT },
        )
      },
      () => retireArea(box.hr, { areaId }, { now: AT }),
    ]
    await rush((at) => acts[at % 3]?.(at) as Promise<unknown>)
    const { rows } = await db.execute(sql`
      select 1 from ideas i join areas a on a.id = i.area_id where i.area_id = ${areaId}
        and (i.owner_id is null or (i.owner_id = i.author_id and i.author_mode = 'named') or a.retired_at is not null)`)
    expect(rows).toEqual([])
  })

  test('a chain or a circle of merges', async () => {
    const ring = await Promise.all([send(), send(), send(), send()])
    await rush((at) => {
      const [from, into] = [ring[at % 4], ring[(at + 1 + (at % 3)) % 4]]
      return mergeIdea(
        box.supervisor,
        { number: from?.number as number, into: into?.number as number, body: WORDS },
        { now: AT },
      )
    })
    const { rows } = await db.execute(sql`
      select 1 from ideas i join ideas t on t.id = i.merged_into where t.merged_into is not null`)
    expect(rows).toEqual([])
  })

  test('an anonymous idea with its author, at once or afterwards, in it or in what it says', async () => {
    const { id } = await send('anonymous')
    const author = sql`author_id = ${box.operator.personId}`
    expect(await refusals(() => change(id, author))).toEqual(new Set(['ideas_kept']))
    await db.execute(sql`
      insert into idea_comments (id, idea_id, body, said_on, turn) values (gen_random_uuid(), ${id}, 'Ще слово', '2026-03-10', 1)`)
    const sign = () =>
      db.execute(
        sql`update idea_comments set ${author}, created_at = now(), turn = null where idea_id = ${id}`,
      )
    expect(await refusals(sign)).toEqual(new Set(['idea_comments_unsigned']))
    const twice = sql`
      insert into ideas (id, number, title, area_id, author_mode, author_id, code_hash, owner_id, submitted_on, ack_due, decide_due)
      select gen_random_uuid(), number + 1, title, area_id, 'anonymous', ${box.operator.personId}, sha256('x'), owner_id, submitted_on, ack_due, decide_due
      from ideas where id = ${id}`
    expect(await refusals(() => db.execute(twice))).toEqual(new Set(['ideas_anonymous']))
  })

  test('a score by the author, a seat for whoever’s idea came in by a merge, and a second score in a round', async () => {
    const people = await Promise.all(
      ['Раз', 'Два', 'Три'].map(async (name) =>
        makePerson({ siteId: box.siteId, teamId: await makeTeam(box.siteId, name), name }),
      ),
    )
    const [first] = people
    const [target, theirs] = [await send('hidden'), await send('hidden', first)]
    const { panelId } = await convenePanel(
      box.hr,
      { number: target.number, people: people.map(({ personId }) => personId) },
      { now: AT },
    )
    const seat = (personId: string) =>
      db.execute(sql`insert into idea_panelists (panel_id, person_id) values (${panelId}, ${personId})`)
    expect(await refusals(() => seat(box.operator.personId))).toEqual(new Set(['idea_panels_not_own']))
    const score = (personId: string) =>
      db.execute(sql`
        insert into idea_scores (panel_id, person_id, round, impact, reach, effort, locked_at)
        values (${panelId}, ${personId}, 1, 5, 5, 1, now())`)
    expect(await refusals(() => score(box.operator.personId))).toEqual(new Set(['idea_panels_not_own']))
    const marks = { panelId, impact: 4, reach: 4, effort: 2 }
    expect(await rush(() => scoreIdea(people[1] as typeof box.hr, marks, { now: AT }))).toBe(1)
    await mergeIdea(box.supervisor, { number: theirs.number, into: target.number, body: WORDS }, { now: AT })
    const reseat = () =>
      db.execute(
        sql`update idea_panelists set person_id = person_id where panel_id = ${panelId} and person_id = ${first?.personId}`,
      )
    expect(await refusals(reseat)).toEqual(new Set(['idea_panels_not_own']))
    // Who was seated before the merge goes on, so that no panel waits for ever.
    await scoreIdea(first as typeof box.hr, marks, { now: AT })
  })
})
