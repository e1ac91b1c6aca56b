import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { enrolments } from '#db/schema/training'
import { conflict } from '#domain/refused'
import { Enrol } from '#domain/training'
import { byActor, command } from '#server/command'
import { tellPlanners } from '#server/training/plan-hit-queries'
import { lockSession } from '#server/training/session-queries'

type Seat = { sessionId: string; period: string; state: string; line: number | null }

/** Whoever asked for a date has it now: the same enrolment goes on. Answers its id, where there is one. */
const takeUpRequest = async (
  tx: Tx,
  personId: string,
  trainingId: string,
  seat: Seat,
): Promise<string | undefined> => {
  const asked = and(
    eq(enrolments.personId, personId),
    eq(enrolments.trainingId, trainingId),
    eq(enrolments.state, 'requested'),
  )
  const [taken] = await tx
    .update(enrolments)
    .set({ ...seat, reason: null })
    .where(asked)
    .returning({ id: enrolments.id })
  return taken?.id
}

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
  async run({ tx, actor, input, subject: { session }, now, newId, notify }) {
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
    const seat = {
      sessionId: session.id,
      period: session.period,
      state,
      line: state === 'waitlisted' ? last + 1 : null,
    }
    if (state === 'booked') await tellPlanners({ tx, now, notify }, [actor.personId], session.period)
    const enrolmentId = await takeUpRequest(tx, actor.personId, session.trainingId, seat)
    if (enrolmentId) return { enrolmentId, state, line: seat.line && waiting + 1, slug: session.slug }
    const id = newId()
    await tx.insert(enrolments).values({
      ...seat,
      id,
      personId: actor.personId,
      trainingId: session.trainingId,
      why: input.why,
      askedBy: actor.personId,
      askedAt: now,
    })
    return { enrolmentId: id, state, line: seat.line && waiting + 1, slug: session.slug }
  },
})
