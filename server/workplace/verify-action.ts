import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { actionChecks, actionEvents, actions } from '#db/schema/actions'
import { conflict, invalid } from '#domain/refused'
import { rateAnswer, seasonOf } from '#domain/scoring'
import { dateAt } from '#domain/site-time'
import { VerifyAction } from '#domain/workplace'
import { command } from '#server/command'
import { findConcerned, lockAction } from '#server/workplace/action-queries'
import { reopenPlace } from '#server/workplace/open-actions'
import { loadItem } from '#server/workplace/round-queries'

type Input = z.output<typeof VerifyAction>
type Found = { band: string; yes: boolean | null; number: number | null; choice: string | null }

/** Measures the item of a round anew; a fault that somebody reported is looked at, and the person says. */
const measure = async (
  tx: Tx,
  input: Input,
  itemId: string | null,
  season: 'warm' | 'cold',
): Promise<Found | null> => {
  if (!itemId) return null
  const item = await loadItem(tx, itemId)
  const { pick = '' } = input
  const picked = { 'yes-no': /^(yes|no)$/, scale: /^scale:/, choice: /^choice:/ }[item.type as 'scale']?.test(
    pick,
  )
  const value = {
    yes: item.type === 'yes-no' && picked ? pick === 'yes' : null,
    number: item.type === 'number' ? (input.number ?? null) : null,
    choice: item.type === 'choice' && picked ? pick.slice(7) : null,
  }
  if (item.type === 'scale' && picked) value.number = Number(pick.slice(6))
  const { band } = rateAnswer(item, value, season)
  if (!band) throw invalid(item.type === 'number' ? 'number' : 'pick', 'required')
  return { ...value, band }
}

/** A second person measures again what was mended: it is verified where it is right now, and given back where it is not. */
export const verifyAction = command({
  verb: 'workplace.verifyAction',
  input: VerifyAction,
  output: z.object({ verified: z.boolean() }),
  subject: async (tx, { actionId }, actor) => {
    const { people: _, ...action } = await lockAction(tx, actionId, actor)
    return action
  },
  readable: 'workplace.actions',
  audit: ({ input, result }) => ({
    kind: 'action',
    id: input.actionId,
    detail: { verified: result.verified },
  }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    if (subject.status !== 'done') throw conflict('workplace.actionNotDone')
    if (subject.doneBy === actor.personId) throw conflict('constraint.actions_verifier')
    const { actionId } = input
    const month = Number(dateAt(now, subject.timeZone).slice(5, 7))
    const found = await measure(tx, input, subject.itemId, seasonOf(month))
    if (!found && !input.outcome) throw invalid('outcome', 'required')
    const verified = found ? found.band === 'ok' : input.outcome === 'verified'
    if (found) {
      const check = { ...found, instrumentId: input.instrumentId ?? null, at: now, byId: actor.personId }
      await tx.insert(actionChecks).values({ id: newId(), actionId, ...check })
    }
    const state = verified
      ? { status: 'verified', verifiedAt: now, verifiedBy: actor.personId }
      : { status: 'open', doneAt: null, doneBy: null, doneNote: null }
    await tx.update(actions).set(state).where(eq(actions.id, actionId))
    const kind = verified ? 'verified' : 'returned'
    const event = { id: newId(), actionId, kind, at: now, byId: actor.personId, note: input.note || null }
    await tx.insert(actionEvents).values(event)
    const params = { place: subject.code }
    if (!verified) {
      notify({ to: [subject.doneBy], kind: 'workplace.actionReturned', params, href: '/workplace/actions' })
      return { verified }
    }
    if (await reopenPlace(tx, { actionId, now, personId: actor.personId })) {
      const to = await findConcerned(tx, actionId, subject.seated)
      notify({ to, kind: 'workplace.placeOpened', params, href: '/workplace' })
    }
    return { verified }
  },
})
