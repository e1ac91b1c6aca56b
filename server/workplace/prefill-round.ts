import { sql } from 'drizzle-orm'
import { METHOD_VERSION } from '#domain/measures'
import type { Answer } from '#domain/workplace'
import type { Context } from '#server/command'
import { keepAnswers } from '#server/workplace/keep-answers'
import { lockRound } from '#server/workplace/round-queries'
import { centreMs } from '#server/workplace/speed-queries'

/** What a seat measured longer ago says too little of today. */
const VALID_DAYS = 30

/** The question of the self-check that the tones of both ears answer, by the keys of its choices. */
const TONE = 'self_tone'

type Heard = { itemId: string; choice: string; takenAt: Date }
type Measured = { itemId: string; value: number; takenAt: Date; low: number; high: number }

/**
 * A round of a seat begins with what the seat has measured of itself lately, as answers that anybody may change; each keeps the
 * moment when it was measured. A computer is told as its ratio to the centre's middle.
 */
export async function prefillRound(
  { tx, actor, now, newId }: Pick<Context, 'tx' | 'actor' | 'now' | 'newId'>,
  inspectionId: string,
): Promise<void> {
  const round = await lockRound(tx, inspectionId, actor, 'share')
  const seat = round.place.workplaceId
  if (!seat) return
  const scope = round.kind === 'inspection' ? sql`x.per_seat` : sql`true`
  const { rows } = await tx.execute<Measured>(sql`
    select x.id as "itemId", m.taken_at as "takenAt", x.plausible_low as low, x.plausible_high as high,
      m.value / case x.metric when 'cpu_ratio' then (${centreMs(now)}) else 1 end as value
    from checklist_items x cross join lateral (
      select value, taken_at from readings
      where workplace_id = ${seat} and metric = case x.metric when 'cpu_ratio' then 'cpu_job_ms' else x.metric end
        and source = 'browser' and quality = 'ok' and method_version = ${METHOD_VERSION}
        and taken_at > ${now}::timestamptz - ${VALID_DAYS} * interval '1 day' and taken_at <= ${now}
      order by taken_at desc limit 1) m
    where x.version_id = ${round.versionId} and x.metric is not null and ${scope}`)
  const answers = [
    ...(await heardTones({ tx, now }, round, seat)),
    ...rows.flatMap(({ itemId, value, takenAt, low, high }): Answer[] => {
      if (value === null) return []
      const number = Math.round(value * 100) / 100
      if (number < low || number > high) return []
      return [{ itemId, state: 'answered', number, measuredAt: new Date(takenAt).toISOString() }]
    }),
  ]
  if (answers.length) await keepAnswers({ tx, now, newId, personId: actor.personId, round }, answers)
}

/** Both ears of one measurement, the newest; a choice that the version does not offer is not answered. */
async function heardTones(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { versionId }: { versionId: string },
  seat: string,
): Promise<Answer[]> {
  const recent = (metric: string) => sql`
    select value, taken_at from readings where workplace_id = ${seat} and metric = ${metric} and source = 'browser' and quality = 'ok'
      and method_version = ${METHOD_VERSION} and taken_at > ${now}::timestamptz - ${VALID_DAYS} * interval '1 day' and taken_at <= ${now}
    order by taken_at desc limit 1`
  const { rows } = await tx.execute<Heard>(sql`
    select x.id as "itemId", l.taken_at as "takenAt", o.key as choice
    from checklist_items x cross join lateral (${recent('ear_left')}) l cross join lateral (${recent('ear_right')}) r
    join item_options o on o.item_id = x.id and o.key =
      case when l.value = 1 and r.value = 1 then 'both' when l.value = 1 then 'left' when r.value = 1 then 'right' else 'none' end
    where x.version_id = ${versionId} and x.key = ${TONE} and x.type = 'choice' and l.taken_at = r.taken_at`)
  return rows.map(({ itemId, choice, takenAt }) => ({
    itemId,
    state: 'answered',
    choice,
    measuredAt: new Date(takenAt).toISOString(),
  }))
}
