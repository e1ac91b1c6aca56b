import { z } from 'zod'
import { SENSOR_METRIC_KEYS } from '#domain/sensor-metrics'
import { Decimal } from '#domain/workplace'

/** A sensor that has said nothing for so long is silent: its last value is no news. */
export const SILENT_AFTER_MINUTES = 120

export const AddSensor = z.object({
  roomId: z.uuid(),
  name: z.string().trim().min(2).max(80),
  metric: z.enum(SENSOR_METRIC_KEYS),
  okLow: Decimal.optional(),
  okHigh: Decimal.optional(),
  alarmAfter: z.coerce.number().int().min(0).max(1440).default(15),
})
export const RevokeSensor = z.object({ sensorId: z.uuid() })

const Reading = z.object({ takenAt: z.iso.datetime({ offset: true }), value: z.number() })
export const RecordReadings = z.object({
  sensorId: z.uuid(),
  readings: z.array(Reading).min(1).max(500),
})

export type Range = { okLow: number | null; okHigh: number | null }
export const isInside = ({ okLow, okHigh }: Range, value: number): boolean =>
  (okLow === null || value >= okLow) && (okHigh === null || value <= okHigh)

export type Sample = { at: Date; value: number }

/**
 * Since when a sensor has been out of range without a break, going by its samples oldest first; null where the last one is inside.
 * An alarm is due when that lasted the minutes allowed.
 */
export function outSince(range: Range, samples: readonly Sample[]): Date | null {
  const last = samples.findLastIndex(({ value }) => isInside(range, value))
  return samples[last + 1]?.at ?? null
}
