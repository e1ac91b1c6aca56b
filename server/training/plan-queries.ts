import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { trainings } from '#db/schema/training'
import { invalid } from '#domain/refused'

/** A training of which sessions can be planned. */
export async function plannable(tx: Tx, trainingId: string) {
  const [training] = await tx
    .select()
    .from(trainings)
    .where(and(eq(trainings.id, trainingId), isNull(trainings.retiredAt)))
  if (!training) throw invalid('trainingId', 'retired')
  if (training.format === 'self-paced') throw invalid('trainingId', 'trainingWithoutSessions')
  return training
}

type Led = { trainerId: string; period: string }

/** Of sessions that are to be led, those at whose hour their trainer leads another, also of these, or sits in one; said before Postgres refuses it. */
export async function clashesOf(tx: Tx, wanted: readonly Led[], sessionId?: string): Promise<boolean[]> {
  const { rows } = await tx.execute<{ busy: boolean }>(sql`
    with wanted as (select * from unnest(${sql.param(wanted.map(({ trainerId }) => trainerId))}::uuid[],
      ${sql.param(wanted.map(({ period }) => period))}::tstzrange[]) with ordinality w (trainer, period, place))
    select exists (select from wanted o where o.trainer = w.trainer and o.place <> w.place and o.period && w.period)
      or exists (select from training_sessions s where s.trainer_id = w.trainer and s.state <> 'cancelled' and s.period && w.period
        and s.id is distinct from ${sessionId ?? null}::uuid)
      or exists (select from enrolments n where n.person_id = w.trainer and n.state in ('booked', 'attended', 'completed', 'failed') and n.period && w.period
        and n.session_id is distinct from ${sessionId ?? null}::uuid) as busy
    from wanted w order by w.place`)
  return rows.map(({ busy }) => busy)
}

/** @throws Refused where nobody of that id works here now, or they are elsewhere at one of these hours */
export async function refuseTrainer(
  tx: Tx,
  trainerId: string | undefined,
  periods: readonly string[],
  sessionId?: string,
): Promise<void> {
  if (!trainerId) return
  const { rows } = await tx.execute(sql`select from current_employments where person_id = ${trainerId}`)
  if (!rows.length) throw invalid('trainerId', 'unknownPerson')
  const wanted = periods.map((period) => ({ trainerId, period }))
  if ((await clashesOf(tx, wanted, sessionId)).some(Boolean)) throw invalid('trainerId', 'trainerBusy')
}
