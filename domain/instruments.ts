import { z } from 'zod'
import { addDays } from '#domain/site-time'

/** What rounds are measured with; a question names the kind that it needs. */
export const INSTRUMENT_KINDS = [
  'thermometer',
  'hygrometer',
  'co2',
  'luxmeter',
  'sound_level_meter',
  'anemometer',
  'tape',
] as const
export const CALIBRATIONS = ['valid', 'soon', 'over', 'none'] as const

/** A month is enough to have an instrument calibrated before its certificate ends. */
const SOON_DAYS = 30

/** How the certificate of an instrument stands on a day of its site. */
export function calibrationOf(until: string | null, today: string): (typeof CALIBRATIONS)[number] {
  if (!until) return 'none'
  if (until < today) return 'over'
  return until <= addDays(today, SOON_DAYS) ? 'soon' : 'valid'
}

export const AddInstrument = z.object({
  siteId: z.uuid(),
  kind: z.enum(INSTRUMENT_KINDS),
  model: z.string().trim().min(2).max(80),
  serial: z.string().trim().min(1).max(60),
  accuracy: z.string().trim().max(60).optional(),
  calibratedUntil: z.iso.date().optional(),
})
export const CalibrateInstrument = z.object({ instrumentId: z.uuid(), calibratedUntil: z.iso.date() })
export const RetireInstrument = z.object({ instrumentId: z.uuid() })
