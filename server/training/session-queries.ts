import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { trainingSessions } from '#db/schema/training'
import { notFound } from '#domain/refused'
import type { Text } from '#domain/text'

export type Session = {
  id: string
  trainingId: string
  slug: string
  retired: boolean
  startsAt: Date
  endsAt: Date
  period: string
  place: Text
  seats: number
  booked: number
  siteId: string | null
  trainerId: string | null
  state: string
}

/** Locks a session: whoever wants a seat in it, or gives one back, waits here in turn. */
export async function lockSession(tx: Tx, sessionId: string): Promise<Session> {
  const [locked] = await tx
    .select({ id: trainingSessions.id })
    .from(trainingSessions)
    .where(eq(trainingSessions.id, sessionId))
    .for('update')
  if (!locked) throw notFound()
  type Row = Omit<Session, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string }
  const { rows } = await tx.execute<Row>(sql`
    select s.id, s.training_id as "trainingId", t.slug, t.retired_at is not null as retired,
      lower(s.period) as "startsAt", upper(s.period) as "endsAt", s.period, s.place, s.seats, s.booked, s.site_id as "siteId",
      s.trainer_id as "trainerId", s.state
    from training_sessions s join trainings t on t.id = s.training_id where s.id = ${sessionId}`)
  const row = rows[0] as Row
  return { ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) }
}
