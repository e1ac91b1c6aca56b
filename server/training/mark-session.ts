import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { enrolments, trainingSessions, trainings } from '#db/schema/training'
import { attendances } from '#db/schema/training-days'
import { conflict, invalid, notFound } from '#domain/refused'
import { dateAt } from '#domain/site-time'
import { MarkSession } from '#domain/training'
import { command } from '#server/command'
import { timeZoneOf } from '#server/training/day-queries'
import { recordPass } from '#server/training/pass-queries'
import { lockSession } from '#server/training/session-queries'

const STATES = {
  none: 'booked',
  present: 'attended',
  absent: 'no-show',
  passed: 'completed',
  failed: 'failed',
} as const
type Mark = z.output<typeof MarkSession>['marks'][number]
const marksOf = ({ marks, rest }: z.output<typeof MarkSession>): Mark[] =>
  marks.map((one) => (rest && one.mark === 'none' ? { ...one, mark: rest } : one))

type Enrolment = typeof enrolments.$inferSelect

/** What changes by a mark; undefined where it says what stands there already. A pass is closed and changes no more. */
const changed = (enrolment: Enrolment, { mark }: Mark): string | undefined => {
  const state = STATES[mark]
  if (enrolment.state === state) return undefined
  if (enrolment.state === 'completed') throw conflict('passStands')
  if (!['booked', 'attended', 'no-show', 'failed'].includes(enrolment.state))
    throw conflict('enrolmentClosed')
  return state
}

const loadMarked = async (tx: Tx, sessionId: string) => {
  const session = await lockSession(tx, sessionId)
  const [training] = await tx.select().from(trainings).where(eq(trainings.id, session.trainingId))
  if (!training) throw notFound()
  const rows = await tx.select().from(enrolments).where(eq(enrolments.sessionId, sessionId))
  return { siteId: session.siteId, session, training, enrolled: new Map(rows.map((row) => [row.id, row])) }
}

/** Who was there and how it went, for a whole session at once; marks can be corrected until a pass is given. */
export const markSession = command({
  verb: 'training.markSession',
  input: MarkSession,
  output: z.object({ marked: z.number(), passed: z.number() }),
  subject: (tx, { sessionId }) => loadMarked(tx, sessionId),
  readable: 'training.sessions',
  audit: ({ input, result }) => ({ kind: 'session', id: input.sessionId, detail: result }),
  async run({ tx, actor, input, subject: { session, training, enrolled }, now, newId, notify }) {
    if (session.state === 'cancelled') throw conflict('sessionOver')
    if (session.startsAt > now) throw conflict('sessionAhead')
    const ended = session.endsAt < now ? session.endsAt : now
    const completedOn = dateAt(ended, await timeZoneOf(tx, session.siteId))
    let [marked, passed] = [0, 0]
    for (const mark of marksOf(input)) {
      const enrolment = enrolled.get(mark.enrolmentId)
      if (!enrolment) throw invalid('marks', 'wrong')
      const state = changed(enrolment, mark)
      if (!state) continue
      if (enrolment.personId === actor.personId) throw conflict('notYourself')
      await tx
        .update(enrolments)
        .set({ state, settledAt: now })
        .where(and(eq(enrolments.id, enrolment.id)))
      await noteAttendance(tx, enrolment.id, mark.mark, actor.personId, now)
      marked += 1
      if (state !== 'completed') continue
      const who = { personId: enrolment.personId, training, enrolmentId: enrolment.id }
      const pass = { ...who, completedOn, score: mark.score ?? null, recordedBy: actor.personId }
      await recordPass({ tx, now, newId }, pass)
      notify({ to: [enrolment.personId], kind: 'training.completed', href: '/training/mine' })
      passed += 1
    }
    await tx.update(trainingSessions).set({ state: 'held' }).where(eq(trainingSessions.id, session.id))
    return { marked, passed }
  },
})

const noteAttendance = async (
  tx: Tx,
  enrolmentId: string,
  mark: Mark['mark'],
  markedBy: string,
  now: Date,
) => {
  if (mark === 'none') {
    await tx.delete(attendances).where(eq(attendances.enrolmentId, enrolmentId))
    return
  }
  const row = { present: mark !== 'absent', markedBy, markedAt: now }
  await tx
    .insert(attendances)
    .values({ enrolmentId, ...row })
    .onConflictDoUpdate({ target: attendances.enrolmentId, set: row })
}
