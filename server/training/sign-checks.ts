import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { enrolments, trainings } from '#db/schema/training'
import { checkSignoffs } from '#db/schema/training-checks'
import { SignChecks } from '#domain/course-desk'
import { conflict, invalid, notFound } from '#domain/refused'
import { dateAt } from '#domain/site-time'
import { command } from '#server/command'
import { lockLearner } from '#server/training/check-queries'
import { timeZoneOf } from '#server/training/day-queries'
import { recordPass } from '#server/training/pass-queries'

/** Says what was shown and done, item by item; the last one completes the training by the word of who signs it. */
export const signChecks = command({
  verb: 'training.signCheck',
  input: SignChecks,
  output: z.object({ signed: z.number(), left: z.number() }),
  subject: (tx, { enrolmentId }) => lockLearner(tx, enrolmentId),
  readable: 'training.enrolments',
  audit: ({ input, subject, result }) => ({
    kind: 'enrolment',
    id: input.enrolmentId,
    detail: { personId: subject.personId, signed: result.signed, left: result.left },
  }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    const { personId, trainingId, state, siteId } = subject
    if (personId === actor.personId) throw conflict('notYourself')
    if (!['booked', 'attended'].includes(state)) throw conflict('enrolmentClosed')
    const [training] = await tx.select().from(trainings).where(eq(trainings.id, trainingId))
    if (!training) throw notFound()
    const { enrolmentId, note = null } = input
    const { rows } = await tx.execute<{ id: string; signed: boolean }>(sql`
      select k.id, exists (select from check_signoffs o where o.check_id = k.id and o.enrolment_id = ${enrolmentId}) as signed
      from training_checks k where k.training_id = ${trainingId} and k.retired_at is null`)
    const wanted = new Set(input.checkIds)
    if (![...wanted].every((id) => rows.some((row) => row.id === id))) throw invalid('checkIds', 'wrong')
    const fresh = rows.filter(({ id, signed }) => wanted.has(id) && !signed)
    const said = { enrolmentId, signedBy: actor.personId, signedAt: now, note: note || null }
    if (fresh.length)
      await tx.insert(checkSignoffs).values(fresh.map(({ id: checkId }) => ({ ...said, checkId })))
    const left = rows.filter(({ signed }) => !signed).length - fresh.length
    const href = `/training/${training.slug}`
    if (left > 0 || !fresh.length) {
      if (fresh.length) notify({ to: [personId], kind: 'training.signedOff', href })
      return { signed: fresh.length, left }
    }
    await tx
      .update(enrolments)
      .set({ state: 'completed', settledAt: now })
      .where(eq(enrolments.id, enrolmentId))
    const completedOn = dateAt(now, await timeZoneOf(tx, siteId))
    const pass = { personId, training, enrolmentId, completedOn, score: null, recordedBy: actor.personId }
    await recordPass({ tx, now, newId }, pass)
    notify({ to: [personId], kind: 'training.completed', href: '/training/mine' })
    return { signed: fresh.length, left }
  },
})
