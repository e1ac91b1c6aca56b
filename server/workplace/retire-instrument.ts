import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { RetireInstrument } from '#domain/instruments'
import { command } from '#server/command'
import { lockInstrument } from '#server/workplace/instrument-queries'

/** It is no longer offered in rounds; what was measured with it stays. */
export const retireInstrument = command({
  verb: 'workplace.setInstruments',
  input: RetireInstrument,
  output: z.object({}),
  subject: (tx, { instrumentId }) => lockInstrument(tx, instrumentId),
  audit: ({ input }) => ({ kind: 'instrument', id: input.instrumentId, detail: { retired: true } }),
  async run({ tx, input, now }) {
    await tx.execute(sql`update instruments set retired_at = ${now} where id = ${input.instrumentId}`)
    return {}
  },
})
