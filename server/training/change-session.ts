import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { trainingSessions } from '#db/schema/training'
import { sessionChanges } from '#db/schema/training-days'
import { conflict, invalid } from '#domain/refused'
import { momentAt } from '#domain/site-time'
import { ChangeSession } from '#domain/training'
import { command } from '#server/command'
import { spanOf } from '#server/moments'
import { refuseUnknownTrainer, timeZoneOf } from '#server/training/plan-queries'
import { concernedBy, moveUp } from '#server/training/seat-queries'
import type { Session } from '#server/training/session-queries'
import { lockSession } from '#server/training/session-queries'

type Wanted = z.output<typeof ChangeSession>

/** The new times of a session, or undefined where they stay. */
const movedTo = async (tx: Tx, session: Session, { date, time, minutes }: Wanted) => {
  const zone = await timeZoneOf(tx, session.siteId)
  const from = momentAt(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), zone)
  const period = spanOf(from, from.getTime() + minutes * 60_000)
  const { rows } = await tx.execute<{ same: boolean }>(
    sql`select ${session.period}::tstzrange = ${period}::tstzrange as same`,
  )
  return rows[0]?.same ? undefined : { period, from }
}

/** Who would then have to be in two places, of those who hold a seat. */
const clashing = async (tx: Tx, sessionId: string, period: string): Promise<string[]> => {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select p.name from enrolments n join people p on p.id = n.person_id
    where n.session_id = ${sessionId} and n.state = 'booked' and exists (select from enrolments o
      where o.person_id = n.person_id and o.session_id <> n.session_id and o.state in ('booked', 'attended')
        and o.period && ${period}::tstzrange)
    order by p.name`)
  return rows.map(({ name }) => name)
}

/** Moves a session or changes its seats, place or trainer. Whoever is concerned hears of a new time; new seats go down the line. */
export const changeSession = command({
  verb: 'training.changeSession',
  input: ChangeSession,
  output: z.object({ moved: z.boolean(), movedUp: z.number() }),
  subject: async (tx, { sessionId }) => {
    const session = await lockSession(tx, sessionId)
    return { siteId: session.siteId, session }
  },
  readable: 'training.sessions',
  audit: ({ input, result }) => ({ kind: 'session', id: input.sessionId, detail: { moved: result.moved } }),
  async run({ tx, actor, input, subject: { session }, now, newId, notify }) {
    if (session.state !== 'planned' || session.startsAt <= now) throw conflict('sessionOver')
    if (input.seats < session.booked) throw invalid('seats', 'fewerThanBooked', { booked: session.booked })
    if (input.trainerId !== session.trainerId) await refuseUnknownTrainer(tx, input.trainerId)
    const moved = await movedTo(tx, session, input)
    if (moved) {
      if (moved.from <= now) throw invalid('date', 'dateAhead')
      if (!input.reason) throw invalid('reason', 'moveReason')
      const names = await clashing(tx, session.id, moved.period)
      if (names.length) throw invalid('date', 'clash', { names: names.slice(0, 5).join(', ') })
      const told = { kind: 'moved', before: session.period, reason: input.reason, changedBy: actor.personId }
      await tx.insert(sessionChanges).values({ ...told, id: newId(), sessionId: session.id, changedAt: now })
    }
    const { seats, place, trainerId = null } = input
    await tx
      .update(trainingSessions)
      .set({
        ...{ seats, place, trainerId },
        least: sql`least(${trainingSessions.least}, ${seats})`,
        ...(moved && { period: moved.period }),
      })
      .where(eq(trainingSessions.id, session.id))
    const seated = await moveUp(tx, session.id, now)
    const href = `/training/${session.slug}`
    notify({ to: seated, kind: 'training.seatFreed', href })
    if (moved) {
      const told = await concernedBy(tx, session.id)
      notify({ to: told.map(({ personId }) => personId), kind: 'training.moved', href })
    }
    return { moved: Boolean(moved), movedUp: seated.length }
  },
})
