import { z } from 'zod'
import { conflict } from '#domain/refused'
import { FillBreaks } from '#domain/rotation'
import { placeRests } from '#domain/rotation/breaks'
import type { Piece } from '#domain/rotation/day'
import { slotsAround } from '#domain/rotation/meal'
import { erase, replaceRests, withKept } from '#domain/rotation/pieces'
import { command } from '#server/command'
import { loadRule } from '#server/rotation/board-queries'
import { changeDay, shiftsOf } from '#server/rotation/change-day'
import { lockPlan, refuseWhileSearching } from '#server/rotation/plan-queries'

/** How far meals of neighbours stand apart, in slots: a team does not leave its queue all at once. */
const SPREAD = 5

/** One press: pauses and meals by the rule for everybody who has work, instead of those that are there; hours away hold neither. */
export const fillBreaks = command({
  verb: 'rotation.fillBreaks',
  input: FillBreaks,
  output: z.object({ people: z.number() }),
  subject: (tx, { planId }) => lockPlan(tx, planId),
  audit: ({ input, result }) => ({
    kind: 'rotation-plan',
    id: input.planId,
    detail: { people: result.people },
  }),
  async run(context) {
    const { tx, input, subject: plan } = context
    await refuseWhileSearching(tx, plan.id)
    if (plan.status !== 'draft') throw conflict('rotation.onlyDraft')
    const rule = await loadRule(tx, plan.breakRuleId)
    let people = 0
    for (const [index, shift] of (await shiftsOf(tx, plan)).entries()) {
      if ((input.personId && shift.personId !== input.personId) || !shift.pieces.length) continue
      const rests = placeRests(shift, shift.absences, rule, (index % SPREAD) - Math.floor(SPREAD / 2))
      if (!rests) continue
      const locked = shift.pieces.filter((piece) => piece.locked)
      const free = shift.absences.map(slotsAround).reduce<Piece[]>(erase, shift.pieces)
      const after = withKept(replaceRests(free, rests), locked)
      const changed = await changeDay(context, { plan, shift, after })
      if (changed.length) people += 1
    }
    return { people }
  },
})
