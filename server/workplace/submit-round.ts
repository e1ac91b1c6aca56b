import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { answers, inspections } from '#db/schema/inspections'
import { conflict } from '#domain/refused'
import { SCORING_RULE, type ScoredAnswer, scoreInspection } from '#domain/scoring'
import { SubmitRound, severityOf } from '#domain/workplace'
import { command } from '#server/command'
import { actionsAt, withdrawMended } from '#server/workplace/open-actions'
import { refuseUnseen } from '#server/workplace/photo-queries'
import { refuseInAlarm } from '#server/workplace/place-queries'
import { loadItems, lockRound } from '#server/workplace/round-queries'

/** Ends a round: its answers close, the score is kept with the number of its rule, and each warning or failure asks for an action. */
export const submitRound = command({
  verb: 'workplace.submitRound',
  input: SubmitRound,
  output: z.object({ verdict: z.string(), score: z.number().nullable(), actions: z.number() }),
  subject: (tx, { inspectionId }, actor) => lockRound(tx, inspectionId, actor, 'update'),
  audit: ({ input, result }) => ({
    kind: 'inspection',
    id: input.inspectionId,
    detail: { verdict: result.verdict, score: result.score, actions: result.actions },
  }),
  async run({ tx, actor, subject: round, now, newId, notify }) {
    if (round.status !== 'in-progress' && round.status !== 'returned')
      throw conflict('constraint.answers_closed')
    await refuseInAlarm(tx, round.place.siteId)
    await refuseUnseen(tx, round.id)
    const items = await loadItems(tx, round)
    const given = await tx.select().from(answers).where(eq(answers.inspectionId, round.id))
    const result = scoreInspection(items, given as ScoredAnswer[], round.scoring)
    const { score, completeness, verdict } = result
    await tx
      .update(inspections)
      .set({
        status: 'submitted',
        submittedAt: now,
        submittedBy: actor.personId,
        score,
        completeness,
        verdict,
        // A round may have begun before the rule that it is scored with.
        scoringRule: SCORING_RULE,
      })
      .where(eq(inspections.id, round.id))
    const opens = await withdrawMended(tx, round.id, { now, newId, personId: actor.personId })
    const open = await actionsAt({ tx, now, newId, personId: actor.personId }, round.place)
    const menders = new Map<string, number>()
    let actions = 0
    let closes = false
    for (const item of items) {
      const band = given.find((answer) => answer.itemId === item.id)?.band
      if (band !== 'warn' && band !== 'fail') continue
      const severity = severityOf(band, item)
      const opened = await open({ itemKey: item.key, severity, inspectionId: round.id, itemId: item.id })
      actions += 1
      closes ||= opened.closed
      if ((opened.created || opened.closed) && opened.assigneeId)
        menders.set(opened.assigneeId, (menders.get(opened.assigneeId) ?? 0) + 1)
    }
    if (closes)
      notify({
        to: [...round.place.people, ...menders.keys()],
        kind: 'workplace.placeClosed',
        params: { place: round.place.code },
        href: '/workplace',
      })
    else if (opens)
      notify({
        to: round.place.people,
        kind: 'workplace.placeOpened',
        params: { place: round.place.code },
        href: '/workplace',
      })
    for (const [mender, count] of menders) {
      notify({
        to: [mender],
        kind: 'workplace.actionOpened',
        params: { place: round.place.code, count },
        href: '/workplace/actions',
      })
    }
    const seated = round.place.people.filter((person) => !menders.has(person))
    if (actions)
      notify({
        to: seated,
        kind: 'workplace.actionOpened',
        params: { place: round.place.code, count: actions },
        href: '/workplace',
      })
    return { verdict, score, actions }
  },
})
