import { z } from 'zod'
import { instruments } from '#db/schema/readings'
import { AddInstrument } from '#domain/instruments'
import { command } from '#server/command'

/** A thermometer, a luxmeter: what rounds measure with, and until when its calibration holds. */
export const addInstrument = command({
  verb: 'workplace.setInstruments',
  input: AddInstrument,
  output: z.object({ instrumentId: z.uuid() }),
  subject: (_tx, { siteId }) => ({ siteId }),
  audit: ({ input, result }) => ({
    kind: 'instrument',
    id: result.instrumentId,
    detail: { kind: input.kind, serial: input.serial },
  }),
  async run({ tx, input, now, newId }) {
    const id = newId()
    await tx.insert(instruments).values({ id, ...input, createdAt: now })
    return { instrumentId: id }
  },
})
