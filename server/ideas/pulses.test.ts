import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { attack } from '#db/testing/floor'
import { makeBox } from '#db/testing/ideas'
import { makePerson, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { answerPulse } from '#server/ideas/answer-pulse'
import { openPulse } from '#server/ideas/open-pulse'
import { publishPulses } from '#server/ideas/publish-pulses'
import { listPulses, openPulses } from '#server/ideas/pulse-queries'
import { takeTicket } from '#server/ideas/take-ticket'
import { shuffleAnonymous } from '#server/jobs/shuffle-anonymous'

const NOW = { now: new Date('2026-03-10T09:00:00Z') }
const suite = RSABSSA.SHA384.PSS.Randomized({ supportsRSARAW: false })
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

let box: Awaited<ReturnType<typeof makeBox>>
let pulseId: string

beforeAll(async () => {
  box = await makeBox()
  pulseId = (await openPulse(box.hr, { question: { uk: 'Чи вистачає вам відпочинку?' }, days: 7 }, NOW)).id
})

/** What the browser does: blinds a token, has it signed, and takes the blinding off. */
const ticketOf = async (who: Actor) => {
  const [pulse] = await openPulses(who, {}, NOW)
  const spki = Buffer.from(pulse?.publicKey as string, 'base64')
  const key = await crypto.subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, true, [
    'verify',
  ])
  const prepared = suite.prepare(crypto.getRandomValues(new Uint8Array(32)))
  const { blindedMsg, inv } = await suite.blind(key, prepared)
  const { signature } = await takeTicket(who, { pulseId, blinded: base64(blindedMsg) }, NOW)
  const whole = await suite.finalize(key, prepared, Buffer.from(signature, 'base64'), inv)
  return { message: base64(prepared), signature: base64(whole), blinded: base64(blindedMsg) }
}
const answer = (
  ticket: { message: string; signature: string },
  score: number,
  who = box.operator,
  comment = '',
) =>
  answerPulse(systemActor(), {
    pulseId,
    siteId: who.siteId as string,
    teamId: who.teamId,
    message: ticket.message,
    signature: ticket.signature,
    score,
    comment,
  })

describe('a pulse', () => {
  test('takes one answer a person; a token that nobody signed, another’s site or a changed message is nobody', async () => {
    const ticket = await ticketOf(box.operator)
    await expect(ticketOf(box.operator)).rejects.toMatchObject({ fault: { key: 'ideas.answeredPulse' } })
    const again = await takeTicket(box.operator, { pulseId, blinded: ticket.blinded }, NOW)
    expect(again.signature.length).toBeGreaterThan(300)
    await answer(ticket, 4)
    await answer(ticket, 1)
    const { rows } = await db.execute(sql`select score from pulse_answers where pulse_id = ${pulseId}`)
    expect(rows).toEqual([{ score: 4 }])
    const forged = { ...ticket, message: base64(crypto.getRandomValues(new Uint8Array(64))) }
    await expect(answer(forged, 5)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(
      answer(await ticketOf(box.colleague), 5, await makePerson({ siteId: (await makeBox()).siteId })),
    ).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  test('keeps nothing that leads from an answer to a person: no moment, no audit row, no common transaction', async () => {
    const { rows: audits } = await db.execute(
      sql`select 1 from audit_entries where verb in ('ideas.takeTicket', 'ideas.answerPulse')`,
    )
    expect(audits).toEqual([])
    await shuffleAnonymous(NOW.now)
    const { rows } = await db.execute<{ row: string; x: string }>(sql`
      select to_jsonb(t)::text as row, t.xmin::text as x from pulse_tickets t
      union all select to_jsonb(a)::text, a.xmin::text from pulse_answers a`)
    expect(new Set(rows.map(({ x }) => x)).size).toBe(1)
    expect(rows.map(({ row }) => row).join()).not.toMatch(/\d\d:\d\d/)
    const { rows: answers } = await db.execute(sql`select to_jsonb(a)::text as row from pulse_answers a`)
    expect(JSON.stringify(answers)).not.toContain(box.operator.personId)
  })

  test('is published once at its end, and small places stay hidden with whatever would give them away', async () => {
    const [large, small] = [await makeTeam(box.siteId, 'Велика'), await makeTeam(box.siteId, 'Мала')]
    // The pulse was opened before these teams: whoever is in them now answers for the site.
    const before = await makePerson({ siteId: box.siteId, teamId: large })
    expect((await openPulses(before, {}, NOW))[0]?.teamId).toBeNull()
    const people = await Promise.all(
      Array.from({ length: 6 }, () => makePerson({ siteId: box.siteId, teamId: box.teamId })),
    )
    for (const [turn, who] of people.entries())
      await answer(await ticketOf(who), 1 + (turn % 5), who, `Думка ${turn}`)
    expect(small).toBeTruthy()
    const other = await makePerson({ siteId: box.siteId })
    await answer(await ticketOf(other), 2, other)
    expect(
      (await publishPulses(systemActor(), {}, { now: new Date('2026-03-16T20:00:00Z') })).published,
    ).toBe(0)
    expect(
      (await publishPulses(systemActor(), {}, { now: new Date('2026-03-18T05:30:00Z') })).published,
    ).toBe(1)
    const [pulse] = (await listPulses(box.operator, {})).items
    // Eight answers: everybody and the site; the team of seven would leave one who is in none. Comments need ten.
    expect(pulse?.results.map(({ answers }) => answers)).toEqual([8, 8])
    expect(pulse?.comments).toEqual([])
    await expect(
      answer(await Promise.resolve({ message: 'A'.repeat(88), signature: 'A'.repeat(344) }), 5),
    ).rejects.toThrow()
  })

  test('asks its audience alone, and no place so small that an answer would name its people', async () => {
    const later = { now: new Date('2026-05-05T09:00:00Z') }
    const { siteId } = await makeBox()
    const [large, small] = [await makeTeam(siteId, 'Сім'), await makeTeam(siteId, 'Двоє')]
    const someone = async (teamId: string, count: number) =>
      Promise.all(Array.from({ length: count }, () => makePerson({ siteId, teamId })))
    const [seven, two] = [await someone(large, 7), await someone(small, 2)]
    const open = (more: object) =>
      openPulse(box.hr, { question: { uk: 'Чи зрозумілі вам зміни?' }, days: 7, ...more }, later)
    await expect(open({ teamId: small })).rejects.toMatchObject({
      fault: { key: 'ideas.audienceTooSmall', params: { least: 5 } },
    })
    const { id } = await open({ siteId })
    const asksOf = async (who: Actor) => (await openPulses(who, {}, later)).find((one) => one.id === id)
    expect((await asksOf(seven[0] as Actor))?.teamId).toBe(large)
    expect((await asksOf(two[0] as Actor))?.teamId).toBeNull()
    expect(await asksOf(box.operator)).toBeUndefined()
    const blinded = base64(crypto.getRandomValues(new Uint8Array(256)))
    await expect(takeTicket(box.operator, { pulseId: id, blinded }, later)).rejects.toMatchObject({
      reason: 'not-found',
    })
    const changed = db.execute(sql`update pulses set team_id = ${large}, site_id = null where id = ${id}`)
    expect(await attack(changed)).toBe('pulses_kept')
    await publishPulses(systemActor(), {}, { now: new Date('2026-05-14T05:30:00Z') })
    const first = await listPulses(box.hr, { limit: 1 })
    const second = await listPulses(box.hr, { limit: 1, cursor: first.next ?? '' })
    expect([first, second].map(({ items }) => items[0]?.id)).toEqual([id, pulseId])
    expect(second.next).toBeNull()
  })

  test('Postgres refuses a changed promise, a second publication and a late answer', async () => {
    expect(await attack(db.execute(sql`update pulses set least = 9 where id = ${pulseId}`))).toBe(
      'pulses_kept',
    )
    const result = db.execute(
      sql`insert into pulse_results (pulse_id, place_id, answers, mean) values (${pulseId}, ${box.teamId}, 7, 3)`,
    )
    expect(await attack(result)).toBe('pulse_answers_open')
    const late = db.execute(sql`
      insert into pulse_answers (pulse_id, token_hash, site_id, score) values (${pulseId}, '\\x01', ${box.siteId}, 3)`)
    expect(await attack(late)).toBe('pulse_answers_open')
    const few = db.execute(sql`
      insert into pulses (id, question, opens_on, closes_on, least, opened_by, opened_at)
      values (gen_random_uuid(), '{"uk":"?"}', '2026-04-01', '2026-04-07', 4, ${box.hr.personId}, now())`)
    expect(await attack(few)).toBe('pulses_least')
  })
})
