import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import { makeCentre } from '#db/testing/people'
import { ASK_AGAIN_DAYS } from '#domain/career'
import { addDays } from '#domain/months'
import { addStep } from '#server/career/add-step'
import { agreePlan } from '#server/career/agree-plan'
import { applyForOpening } from '#server/career/apply'
import { decideApplication } from '#server/career/decide'
import { holdCheckIn } from '#server/career/hold-check-in'
import { holdRefusalTalk } from '#server/career/hold-refusal-talk'
import { openOpening } from '#server/career/open-opening'
import { openPlan } from '#server/career/open-plan'
import { recordEvidence } from '#server/career/record-evidence'
import { setIntent } from '#server/career/set-intent'

const { siteId, supervisor, hr, operator } = await makeCentre()

const targetId = referenceId('position', 'mentor')
const REASON = 'Сильні розмови й спокій у складних зверненнях'
// Half past eleven in UTC is the next day in Kyiv, in summer and in winter.
const inUtc = new Date().toISOString().slice(0, 10)
const night = { now: new Date(`${inUtc}T23:30:00Z`) }
const today = addDays(inUtc, 1)
const refused = (field: string, key: string) => ({ reason: 'invalid', fields: { [field]: { key } } })

describe('after midnight at the site, before midnight in UTC', () => {
  test('a wish and a plan are asked about from the day there', async () => {
    const person = await operator()
    const wish = { kind: 'stay', visibility: 'open' } as const
    await expect(setIntent(person, { ...wish, askAgainOn: today }, night)).rejects.toMatchObject(
      refused('askAgainOn', 'dateAhead'),
    )
    expect((await setIntent(person, wish, night)).askAgainOn).toBe(addDays(today, ASK_AGAIN_DAYS.stay))
    const plan = { targetId, visibility: 'supervisor' } as const
    await expect(openPlan(person, { ...plan, targetOn: today }, night)).rejects.toMatchObject(
      refused('targetOn', 'dateAhead'),
    )
  })

  test('a talk held today is held, the next one is ahead, a step is not due yesterday', async () => {
    const person = await operator()
    const { planId } = await openPlan(person, { targetId, visibility: 'supervisor' }, night)
    await expect(agreePlan(supervisor, { planId, nextCheckInOn: today }, night)).rejects.toMatchObject(
      refused('nextCheckInOn', 'dateAhead'),
    )
    await agreePlan(supervisor, { planId, nextCheckInOn: addDays(today, 7) }, night)
    const talk = { planId, heldOn: today }
    await expect(
      holdCheckIn(supervisor, { planId, heldOn: inUtc, nextOn: today }, night),
    ).rejects.toMatchObject(refused('nextOn', 'dateAhead'))
    const tomorrow = addDays(today, 1)
    await expect(
      holdCheckIn(supervisor, { planId, heldOn: tomorrow, nextOn: addDays(today, 9) }, night),
    ).rejects.toMatchObject(refused('heldOn', 'dateBehind'))
    await holdCheckIn(supervisor, { ...talk, nextOn: tomorrow }, night)
    const step = { planId, kind: 'other', title: { uk: 'Поговорити з наставником' } } as const
    await expect(addStep(person, { ...step, dueOn: inUtc }, night)).rejects.toMatchObject(
      refused('dueOn', 'dateAhead'),
    )
    await addStep(person, { ...step, dueOn: today }, night)
    const shown = { personId: person.personId, key: 'improvement', happenedOn: today } as const
    expect(await recordEvidence(supervisor, shown, night)).toMatchObject({ verified: true })
  })

  test('nobody is released yesterday, and a refusal is talked over today', async () => {
    const [person, other] = [await operator(), await operator()]
    const place = { positionId: targetId, siteId, seats: 1 }
    const closing = { closesOn: today, decideBy: addDays(today, 4) }
    const { openingId } = await openOpening(hr, { ...place, ...closing }, night)
    const { rows } = await db.execute(sql`select opens_on::text as day from openings where id = ${openingId}`)
    expect(rows).toEqual([{ day: today }])
    const { applicationId } = await applyForOpening(person, { openingId }, night)
    const accepted = { applicationId, outcome: 'accepted', reason: REASON } as const
    await expect(decideApplication(hr, { ...accepted, releaseOn: inUtc }, night)).rejects.toMatchObject(
      refused('releaseOn', 'dateAhead'),
    )
    await decideApplication(hr, { ...accepted, releaseOn: today }, night)
    const { applicationId: second } = await applyForOpening(other, { openingId }, night)
    await decideApplication(hr, { applicationId: second, outcome: 'declined', reason: REASON }, night)
    const talk = { applicationId: second, heldOn: today, nextStep: 'Школа наставника в січні' }
    await holdRefusalTalk(supervisor, talk, night)
  })
})
