import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { customerThanks } from '#db/schema/customer-thanks'
import { THANKS_CHANNELS } from '#domain/customer-thanks'
import type { SheetFault } from '#domain/sheets'
import { day, oneOf, readSheet, refuseSheet, Sheet, text, twice } from '#domain/sheets'
import { byActor, command } from '#server/command'
import { readDay } from '#server/recognition/day-queries'

const COLUMNS = {
  channel: oneOf(THANKS_CHANNELS),
  reference: text(100),
  received_on: day,
  text: text(2000),
}
const AT_ONCE = 500

/**
 * Takes customers' thanks from a sheet, as they came: the whole sheet or nothing. A contact that is already here is left as it is, so
 * the same sheet can be given again.
 */
export const importThanks = command({
  verb: 'recognition.importThanks',
  input: Sheet,
  output: z.object({ rows: z.number(), changed: z.boolean() }),
  subject: byActor,
  audit: ({ input, result }) => ({
    kind: 'thanks',
    id: null,
    detail: { rows: result.rows, dryRun: input.dryRun },
  }),
  async run({ tx, actor, input: { rows, dryRun }, now, newId }) {
    const { values, faults } = readSheet(rows, COLUMNS)
    const today = await readDay(tx, actor.personId, now)
    const ahead = values
      .filter((value) => value.received_on > today)
      .map(({ row }): SheetFault => ({ row, column: 'received_on', key: 'wrong' }))
    refuseSheet([...faults, ...ahead, ...twice(values, 'reference', (v) => `${v.channel}/${v.reference}`)])
    const { rows: known } = await tx.execute<{ key: string }>(sql`
      select channel || '/' || reference as key from customer_thanks
      where reference = any(${sql.param(values.map(({ reference }) => reference))}::text[])`)
    const here = new Set(known.map(({ key }) => key))
    const fresh = values.filter((value) => !here.has(`${value.channel}/${value.reference}`))
    if (dryRun) return { rows: fresh.length, changed: false }
    for (let start = 0; start < fresh.length; start += AT_ONCE) {
      const part = fresh.slice(start, start + AT_ONCE).map((value) => ({
        id: newId(),
        channel: value.channel,
        reference: value.reference,
        receivedOn: value.received_on,
        rawText: value.text,
        enteredBy: actor.personId,
        enteredAt: now,
      }))
      await tx.insert(customerThanks).values(part)
    }
    return { rows: fresh.length, changed: true }
  },
})
