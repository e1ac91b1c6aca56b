import { z } from 'zod'
import { readings } from '#db/schema/readings'
import { MeasureSeat } from '#domain/measure-seat'
import { MEASURES, METHOD_VERSION } from '#domain/measures'
import { command } from '#server/command'
import { findOwnSeat } from '#server/workplace/place-queries'

/**
 * Keeps what a browser measured at the actor's seat. The numbers are the seat's: neither the reading nor the audit says who sat
 * there, and nothing leads from them to a person's figures.
 */
export const measureSeat = command({
  verb: 'workplace.measureSeat',
  input: MeasureSeat,
  output: z.object({ kept: z.number() }),
  subject: (tx, _input, actor) => findOwnSeat(tx, actor),
  anonymous: () => true,
  audit: ({ subject, result }) => ({
    kind: 'workplace',
    id: subject.workplaceId,
    detail: { readings: result.kept },
  }),
  async run({ tx, input, subject: seat, now, newId }) {
    const rows = input.values.map(({ metric, value }) => ({
      id: newId(),
      roomId: seat.roomId,
      workplaceId: seat.workplaceId,
      metric,
      value,
      unit: MEASURES[metric].unit,
      source: 'browser',
      takenAt: now,
      methodVersion: METHOD_VERSION,
      quality: input.noisy ? 'noisy' : 'ok',
    }))
    const kept = await tx.insert(readings).values(rows).onConflictDoNothing().returning({ id: readings.id })
    return { kept: kept.length }
  },
})
