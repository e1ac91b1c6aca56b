import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { trainingSessions } from '#db/schema/training'
import { sessionChanges } from '#db/schema/training-days'
import { conflict, invalid } from '#domain/refused'
import { momentAt } from '#domain/site-time'
import type { Text } from '#domain/text'
import { ChangeSession } from '#domain/training'
import type { Context } from '#server/command'
import { command } from '#server/command'
import { spanOf } from '#server/moments'
import { timeZoneOf } from '#server/training/day-queries'
import { tellPlanners } from '#server/training/plan-hit-queries'
import { refuseTrainer } from '#server/training/plan-queries'
import type { Seating } from '#server/training/seat-queries'
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

type Moved = { period: string; from: Date }
type Why = { reason: string | undefined; by: string }

/** @throws Refused where the new hour is gone, nobody says why, or somebody would sit in two places */
const noteMove = async (
  { tx, now, newId }: Pick<Context, 'tx' | 'now' | 'newId'>,
  session: Session,
  { period, from }: Moved,
  { reason, by }: Why,
): Promise<void> => {
  if (from <= now) throw invalid('date', 'dateAhead')
  if (!reason) throw invalid('reason', 'moveReason')
  const names = await clashing(tx, session.id, period)
  if (names.length) throw invalid('date', 'clash', { names: names.slice(0, 5).join(', ') })
  const told = { kind: 'moved', before: session.period, reason, changedBy: by }
  await tx.insert(sessionChanges).values({ ...told, id: newId(), sessionId: session.id, changedAt: now })
}

type Changed = {
  trainerId: string | null
  sitting: Awaited<ReturnType<typeof concernedBy>>
  moved: { period: string } | undefined
  place: Text
}

/** Whoever sits there, waits or leads hears of another time or another room; planners, of hours that are now taken. */
const tellConcerned = async (
  { tx, now, notify }: Seating,
  session: Session,
  { trainerId, sitting, moved, place }: Changed,
): Promise<void> => {
  const lead = `/training/sessions/${session.id}`
  if (trainerId !== session.trainerId) {
    notify({ to: [trainerId], kind: 'training.toLead', href: lead })
    notify({ to: [session.trainerId], kind: 'training.leadTaken', href: lead })
  }
  if (!moved && place.uk === session.place.uk) return
  const to = sitting.map(({ personId }) => personId)
  notify({ to, kind: 'training.moved', href: `/training/${session.slug}` })
  if (trainerId === session.trainerId) notify({ to: [trainerId], kind: 'training.leadMoved', href: lead })
  const seated = sitting.filter(({ state }) => state !== 'waitlisted').map(({ personId }) => personId)
  if (moved) await tellPlanners({ tx, now, notify }, seated, moved.period)
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
    const moved = await movedTo(tx, session, input)
    if (moved || (input.trainerId ?? null) !== session.trainerId)
      await refuseTrainer(tx, input.trainerId, [moved?.period ?? session.period], session.id)
    if (moved)
      await noteMove({ tx, now, newId }, session, moved, { reason: input.reason, by: actor.personId })
    const { seats, place, trainerId = null, least } = input
    await tx
      .update(trainingSessions)
      .set({
        ...{ seats, place, trainerId },
        least: least ?? sql`least(${trainingSessions.least}, ${seats})`,
        ...(moved && { period: moved.period }),
      })
      .where(eq(trainingSessions.id, session.id))
    const sitting = await concernedBy(tx, session.id)
    const period = moved?.period ?? session.period
    const movedUp = await moveUp({ tx, now, notify }, { ...session, period })
    await tellConcerned({ tx, now, notify }, session, { trainerId, sitting, moved, place })
    return { moved: Boolean(moved), movedUp }
  },
})
