import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { enrolments } from '#db/schema/training'
import { trainingChecks } from '#db/schema/training-checks'
import { SetChecks } from '#domain/course-desk'
import { pairLines } from '#domain/quizzes'
import { conflict, invalid } from '#domain/refused'
import type { Context } from '#server/command'
import { command } from '#server/command'
import { lockTraining } from '#server/training/course-desk-queries'
import { dayOf } from '#server/training/day-queries'
import { recordPass } from '#server/training/pass-queries'

const MOST = 100

const isAnybodyOn = async (tx: Tx, trainingId: string): Promise<boolean> => {
  const { rows } = await tx.execute(sql`
    select from enrolments where training_id = ${trainingId} and session_id is null and state in ('booked', 'attended') limit 1`)
  return rows.length > 0
}

type Given = Pick<Context, 'tx' | 'now' | 'newId' | 'notify'>

/** Nothing is left to sign for whoever has every item that stayed: they pass by the word of who signed last. */
const passWhoHasAll = async (
  { tx, now, newId, notify }: Given,
  training: Parameters<typeof recordPass>[1]['training'],
): Promise<void> => {
  const { rows } = await tx.execute<{ id: string; personId: string; signedBy: string }>(sql`
    select n.id, n.person_id as "personId", (select o.signed_by from check_signoffs o where o.enrolment_id = n.id
      order by o.signed_at desc limit 1) as "signedBy"
    from enrolments n where n.training_id = ${training.id} and n.state in ('booked', 'attended')
      and exists (select from training_checks k where k.training_id = n.training_id and k.retired_at is null)
      and not exists (select from training_checks k where k.training_id = n.training_id and k.retired_at is null
        and not exists (select from check_signoffs o where o.check_id = k.id and o.enrolment_id = n.id))
    order by n.id for update of n`)
  for (const { id: enrolmentId, personId, signedBy: recordedBy } of rows) {
    await tx
      .update(enrolments)
      .set({ state: 'completed', settledAt: now })
      .where(eq(enrolments.id, enrolmentId))
    const completedOn = await dayOf(tx, personId, now)
    await recordPass(
      { tx, now, newId },
      { personId, training, enrolmentId, completedOn, score: null, recordedBy },
    )
    notify({ to: [personId], kind: 'training.completed', href: '/training/mine' })
  }
}

/** Writes the check-list of a training on the job. An item whose words stay is the same; any other is retired, with its sign-offs. */
export const setChecks = command({
  verb: 'training.setChecks',
  input: SetChecks,
  output: z.object({ checks: z.number() }),
  subject: async (tx, { trainingId }) => ({ people: [], training: await lockTraining(tx, trainingId) }),
  audit: ({ input, result }) => ({
    kind: 'training',
    id: input.trainingId,
    detail: { checks: result.checks },
  }),
  async run({ tx, input: { trainingId, lines }, subject: { training }, now, newId, notify }) {
    if (!['on-the-job', 'mentoring'].includes(training.format)) throw invalid('trainingId', 'noCheckList')
    const wanted = pairLines(lines.uk, lines.en)
    if (!wanted) throw invalid('lines.en', 'linesDiffer')
    if (!wanted.length && (await isAnybodyOn(tx, trainingId))) throw conflict('checksInUse')
    if (wanted.length > MOST) throw invalid('lines.uk', 'tooLong')
    const known = await tx
      .select()
      .from(trainingChecks)
      .where(and(eq(trainingChecks.trainingId, trainingId), isNull(trainingChecks.retiredAt)))
    const same = (title: { uk: string; en?: string }) =>
      known.find((one) => one.title.uk === title.uk && one.title.en === title.en)
    const kept = new Set(wanted.flatMap((title) => same(title)?.id ?? []))
    const gone = known.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
    if (gone.length)
      await tx.update(trainingChecks).set({ retiredAt: now }).where(inArray(trainingChecks.id, gone))
    for (const [at, title] of wanted.entries()) {
      const [position, found] = [at + 1, same(title)]
      if (found) await tx.update(trainingChecks).set({ position }).where(eq(trainingChecks.id, found.id))
      else
        await tx.insert(trainingChecks).values({ id: newId(), trainingId, position, title, createdAt: now })
    }
    await passWhoHasAll({ tx, now, newId, notify }, training)
    return { checks: wanted.length }
  },
})
