import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { enrolments, trainingSessions } from '#db/schema/training'
import { sessionChanges } from '#db/schema/training-days'
import { conflict } from '#domain/refused'
import { CancelSession } from '#domain/training'
import { command } from '#server/command'
import { concernedBy } from '#server/training/seat-queries'
import { lockSession } from '#server/training/session-queries'

/** Cancels a session with a reason. Those who sat in it or waited stand as asking for another date, and are told. */
export const cancelSession = command({
  verb: 'training.cancelSession',
  input: CancelSession,
  output: z.object({ told: z.number(), slug: z.string() }),
  subject: async (tx, { sessionId }) => {
    const session = await lockSession(tx, sessionId)
    return { siteId: session.siteId, session }
  },
  readable: 'training.sessions',
  audit: ({ input, result }) => ({ kind: 'session', id: input.sessionId, detail: { told: result.told } }),
  async run({ tx, actor, input, subject: { session }, now, newId, notify }) {
    if (session.state !== 'planned') throw conflict('sessionOver')
    const concerned = await concernedBy(tx, session.id)
    const told = {
      kind: 'cancelled',
      before: session.period,
      reason: input.reason,
      changedBy: actor.personId,
    }
    await tx.insert(sessionChanges).values({ ...told, id: newId(), sessionId: session.id, changedAt: now })
    const ids = concerned.map(({ id }) => id)
    if (ids.length) {
      await tx
        .update(enrolments)
        .set({ state: 'requested', sessionId: null, period: null, line: null, reason: input.reason })
        .where(and(eq(enrolments.sessionId, session.id), inArray(enrolments.id, ids)))
    }
    await tx.update(trainingSessions).set({ state: 'cancelled' }).where(eq(trainingSessions.id, session.id))
    const href = `/training/${session.slug}`
    notify({ to: concerned.map(({ personId }) => personId), kind: 'training.cancelled', href })
    const lead = `/training/sessions/${session.id}`
    notify({ to: [session.trainerId], kind: 'training.leadCancelled', href: lead })
    return { told: concerned.length, slug: session.slug }
  },
})
