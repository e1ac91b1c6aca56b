import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { enrolments } from '#db/schema/training'
import { conflict } from '#domain/refused'
import { Enrol } from '#domain/training'
import { byActor, command } from '#server/command'
import { lockSession } from '#server/training/session-queries'

/** Takes a seat in a session, or the next place in its waiting list where none is free. */
export const enrol = command({
  verb: 'training.enrol',
  input: Enrol,
  output: z.object({
    enrolmentId: z.uuid(),
    state: z.enum(['booked', 'waitlisted']),
    line: z.number().nullable(),
    slug: z.string(),
  }),
  subject: async (tx, input, actor) => ({
    ...byActor(tx, input, actor),
    session: await lockSession(tx, input.sessionId),
  }),
  audit: ({ input, result }) => ({
    kind: 'session',
    id: input.sessionId,
    detail: { enrolmentId: result.enrolmentId, state: result.state },
  }),
  async run({ tx, actor, input, subject: { session }, now, newId }) {
    if (session.state !== 'planned' || session.startsAt <= now) throw conflict('sessionOver')
    if (session.retired) throw conflict('trainingRetired')
    const [{ last } = { last: 0 }] = await tx
      .select({ last: sql<number>`coalesce(max(${enrolments.line}), 0)::int` })
      .from(enrolments)
      .where(eq(enrolments.sessionId, session.id))
    // Whoever waits already comes before a newcomer, even where a seat is free.
    const [{ waiting } = { waiting: 0 }] = await tx
      .select({ waiting: sql<number>`count(*) filter (where ${enrolments.state} = 'waitlisted')::int` })
      .from(enrolments)
      .where(eq(enrolments.sessionId, session.id))
    const state =
      session.booked < session.seats && waiting === 0 ? ('booked' as const) : ('waitlisted' as const)
    const enrolmentId = newId()
    await tx.insert(enrolments).values({
      id: enrolmentId,
      personId: actor.personId,
      trainingId: session.trainingId,
      sessionId: session.id,
      period: session.period,
      why: input.why,
      state,
      line: state === 'waitlisted' ? last + 1 : null,
      askedBy: actor.personId,
      askedAt: now,
    })
    return { enrolmentId, state, line: state === 'waitlisted' ? waiting + 1 : null, slug: session.slug }
  },
})
