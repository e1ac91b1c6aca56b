import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId, newUnorderedId } from '#db/ids'
import { makeBox } from '#db/testing/ideas'

const AT = new Date('2026-03-10T10:00:00Z')
const LONG = 'Відповідь, у якій більше двадцяти знаків.'

let box: Awaited<ReturnType<typeof makeBox>>
let number = 1000

beforeAll(async () => {
  box = await makeBox()
})

type Given = Record<string, unknown>

/** An idea written past every command, as the application's role can. */
const insertIdea = async (given: Given = {}): Promise<string> => {
  const id = newUnorderedId()
  const row: Given = {
    id,
    number: number++,
    title: 'Кулер на другий поверх',
    area_id: box.areaId,
    author_mode: 'named',
    author_id: box.operator.personId,
    owner_id: box.supervisor.personId,
    submitted_on: '2026-03-10',
    ack_due: '2026-03-12',
    decide_due: '2026-03-24',
    ...given,
  }
  const columns = sql.join(
    Object.keys(row).map((name) => sql.identifier(name)),
    sql`, `,
  )
  const values = sql.join(
    Object.values(row).map((value) => sql`${value}`),
    sql`, `,
  )
  await db.execute(sql`insert into ideas (${columns}) values (${values})`)
  return id
}

const insertReply = async (ideaId: string, given: Given = {}): Promise<string> => {
  const reply = {
    id: newId(AT),
    by: box.supervisor.personId,
    kind: 'ack',
    body: LONG,
    state: null,
    reason: null,
    ...given,
  }
  await db.execute(sql`
    insert into idea_replies (id, idea_id, author_id, kind, body, state, reason, created_at)
    values (${reply.id}, ${ideaId}, ${reply.by}, ${reply.kind}, ${reply.body}, ${reply.state}, ${reply.reason}, ${AT.toISOString()})`)
  return reply.id
}
const DECISION = { kind: 'decision', state: 'accepted', reason: 'useful' }

const constraintOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  return 'constraint' in error ? String(error.constraint) : constraintOf(error.cause)
}
const refusedBy = async (act: Promise<unknown>): Promise<string | undefined> =>
  act.then(
    () => undefined,
    (error: unknown) => constraintOf(error),
  )
const update = (id: string, change: SQL) => db.execute(sql`update ideas set ${change} where id = ${id}`)

describe('Postgres refuses', () => {
  test.each<[string, Given]>([
    ['ideas_title', { title: '    а    ' }],
    ['ideas_body', { body: 'х'.repeat(8001) }],
    ['ideas_author_mode', { author_mode: 'loud' }],
    ['ideas_due_order', { decide_due: '2026-03-11' }],
    ['ideas_answered_first', { state: 'under-review' }],
    ['ideas_returns', { state: 'not-now' }],
    ['ideas_votes', { votes: -1 }],
  ])('an idea against %s', async (name, given) => {
    const refused = await refusedBy(insertIdea(given))
    // A state that skips the answer breaks more than one rule; any of them is a refusal.
    expect([name, 'ideas_answered_first', 'ideas_decided']).toContain(refused)
  })

  test('an anonymous idea with an author, without a code; a named one with a code or without an author', async () => {
    const code = Buffer.alloc(32, 1)
    const author = box.operator.personId
    expect(
      await refusedBy(insertIdea({ author_mode: 'anonymous', author_id: author, code_hash: code })),
    ).toBe('ideas_anonymous')
    expect(await refusedBy(insertIdea({ author_mode: 'anonymous', author_id: null }))).toBe('ideas_code_kept')
    expect(await refusedBy(insertIdea({ code_hash: code }))).toBe('ideas_code_kept')
    expect(await refusedBy(insertIdea({ author_mode: 'hidden', author_id: null }))).toBe('ideas_anonymous')
  })

  test('an idea without an owner or an area', async () => {
    await expect(insertIdea({ owner_id: null })).rejects.toThrow()
    await expect(insertIdea({ area_id: null })).rejects.toThrow()
  })

  test('leaving new in silence, a decision without a decision, the answer of another idea', async () => {
    const [id, other] = [await insertIdea(), await insertIdea()]
    expect(await refusedBy(update(id, sql`state = 'under-review'`))).toBe('ideas_answered_first')
    const heard = await insertReply(id)
    await update(id, sql`state = 'under-review', first_reply_id = ${heard}`)
    expect(await refusedBy(update(id, sql`state = 'declined'`))).toBe('ideas_decided')
    expect(await refusedBy(update(id, sql`state = 'declined', decision_reply_id = ${heard}`))).toBe(
      'ideas_decision_reply',
    )
    const foreign = await insertReply(other, DECISION)
    expect(await refusedBy(update(id, sql`state = 'accepted', decision_reply_id = ${foreign}`))).toBe(
      'ideas_decision_reply',
    )
    const decided = await insertReply(id, DECISION)
    await update(id, sql`state = 'accepted', decision_reply_id = ${decided}`)
    expect(await refusedBy(update(id, sql`state = 'under-review', decision_reply_id = null`))).toBe(
      'ideas_kept',
    )
  })

  test('a short answer, a decision without a reason, a reason without a decision', async () => {
    const id = await insertIdea()
    expect(await refusedBy(insertReply(id, { body: 'ок, подумаємо      ' }))).toBe('idea_replies_body')
    expect(await refusedBy(insertReply(id, { kind: 'decision', state: 'accepted' }))).toBe(
      'idea_replies_reason',
    )
    expect(await refusedBy(insertReply(id, { reason: 'cost' }))).toBe('idea_replies_reason')
  })

  test('answering oneself, also when hidden; changing or deleting what was said', async () => {
    const id = await insertIdea({ author_mode: 'hidden', author_id: box.supervisor.personId })
    expect(await refusedBy(insertReply(id))).toBe('idea_replies_not_own')
    expect(await refusedBy(insertReply(id, DECISION))).toBe('idea_replies_not_own')
    const reply = await insertReply(id, { by: box.backup.personId })
    expect(await refusedBy(db.execute(sql`update idea_replies set body = ${LONG} where id = ${reply}`))).toBe(
      'idea_replies_append_only',
    )
    expect(await refusedBy(db.execute(sql`delete from idea_replies where id = ${reply}`))).toBe(
      'idea_replies_append_only',
    )
  })

  test('a second vote, a vote for oneself, a moved vote', async () => {
    const id = await insertIdea({ author_mode: 'hidden' })
    const vote = (personId: string) =>
      db.execute(sql`insert into idea_votes (idea_id, person_id) values (${id}, ${personId})`)
    expect(await refusedBy(vote(box.operator.personId))).toBe('idea_votes_not_own')
    await vote(box.colleague.personId)
    expect(await refusedBy(vote(box.colleague.personId))).toContain('idea_votes_idea_id_person_id_pk')
    const moved = db.execute(sql`update idea_votes set person_id = ${box.hr.personId} where idea_id = ${id}`)
    expect(await refusedBy(moved)).toBe('idea_votes_append_only')
  })

  test('a chain or a circle of merges, also when two meet', async () => {
    const ids = await Promise.all([insertIdea(), insertIdea(), insertIdea()])
    const merge = async (from: number, to: number) => {
      const id = ids[from] as string
      const reply = await insertReply(id, { kind: 'decision', state: 'merged', reason: 'same' })
      const first = sql`coalesce(first_reply_id, ${reply}::uuid)`
      return update(
        id,
        sql`state = 'merged', first_reply_id = ${first}, decision_reply_id = ${reply}, merged_into = ${ids[to]}`,
      )
    }
    expect(await refusedBy(merge(0, 0))).toBe('ideas_merged_into_root')
    const both = await Promise.allSettled([merge(0, 1), merge(1, 0)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const into = both[0]?.status === 'fulfilled' ? [1, 0] : [0, 1]
    expect(await refusedBy(merge(into[0] as number, 2))).toBe('ideas_merged_into_root')
    expect(await refusedBy(merge(2, into[1] as number))).toBe('ideas_merged_into_root')
  })

  test('another author, mode or day afterwards', async () => {
    const id = await insertIdea({ author_mode: 'anonymous', author_id: null, code_hash: Buffer.alloc(32, 7) })
    const unmask = update(
      id,
      sql`author_mode = 'named', author_id = ${box.operator.personId}, code_hash = null`,
    )
    expect(await refusedBy(unmask)).toBe('ideas_kept')
    expect(await refusedBy(update(id, sql`submitted_on = '2026-03-09'`))).toBe('ideas_kept')
  })

  test('an area whose owner stands in for themselves', async () => {
    const same = db.execute(sql`update areas set backup_id = owner_id where id = ${box.areaId}`)
    expect(await refusedBy(same)).toBe('areas_two_people')
  })

  test('thirty questions at once to one audience: one is asked', async () => {
    const ask = () =>
      db.execute(sql`
        insert into campaigns (id, kind, question, area_id, team_id, sponsor_id, opens_at, closes_at, created_at)
        values (${newId(AT)}, 'question', '{"uk":"Що б ви змінили?"}', ${box.areaId}, ${box.teamId}, ${box.hr.personId},
          '2026-03-10', '2026-03-17', ${AT.toISOString()})`)
    const asked = await Promise.all(Array.from({ length: 30 }, () => refusedBy(ask())))
    expect(asked.filter((refused) => refused === undefined)).toHaveLength(1)
    expect(new Set(asked)).toEqual(new Set([undefined, 'campaigns_one_question']))
  })
})
