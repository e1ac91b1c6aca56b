import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { CalibrateInstrument } from '#domain/instruments'
import { command } from '#server/command'
import { lockInstrument } from '#server/workplace/instrument-queries'

/** A new certificate. What was measured before keeps the date that held then. */
export const calibrateInstrument = command({
  verb: 'workplace.setInstruments',
  input: CalibrateInstrument,
  output: z.object({}),
  subject: (tx, { instrumentId }) => lockInstrument(tx, instrumentId),
  audit: ({ input }) => ({
    kind: 'instrument',
    id: input.instrumentId,
    detail: { until: input.calibratedUntil },
  }),
  async run({ tx, input: { instrumentId, calibratedUntil } }) {
    await tx.execute(
      sql`update instruments set calibrated_until = ${calibratedUntil} where id = ${instrumentId}`,
    )
    return {}
  },
})
