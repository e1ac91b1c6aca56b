import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { CALIBRATIONS, calibrationOf, INSTRUMENT_KINDS } from '#domain/instruments'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { dateAt } from '#domain/site-time'
import { query } from '#server/query'
import { visible } from '#server/visible'

export const Instrument = z.object({
  id: z.uuid(),
  kind: z.string(),
  name: z.string(),
  calibratedUntil: z.string().nullable(),
  /** Whether its certificate has run out, by the site's day: the device's own clock may be wrong. */
  over: z.boolean(),
  siteId: z.uuid().nullable(),
})

/** Whether the certificate of the instrument `m` had run out on the day of the site `s`; it holds to the end of its day. */
const isOver = (now: Date) =>
  sql`coalesce(m.calibrated_until < (${now}::timestamptz at time zone coalesce(s.time_zone, 'Europe/Kyiv'))::date, false)`

/** An instrument `m` at the site `s`, with its certificate, as a JSON object. */
export const namedInstrument = (now: Date): SQL => sql`json_build_object('id', m.id, 'kind', m.kind,
  'name', m.model || ' № ' || m.serial, 'calibratedUntil', m.calibrated_until, 'over', ${isOver(now)}, 'siteId', m.site_id)`

export async function lockInstrument(tx: Tx, instrumentId: string): Promise<{ siteId: string | null }> {
  const { rows } = await tx.execute<{ siteId: string | null }>(sql`
    select site_id as "siteId" from instruments where id = ${instrumentId} and retired_at is null for update`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

const Row = z.object({
  id: z.uuid(),
  kind: z.enum(INSTRUMENT_KINDS),
  model: z.string(),
  serial: z.string(),
  accuracy: z.string().nullable(),
  calibratedUntil: z.string().nullable(),
  calibration: z.enum(CALIBRATIONS),
  site: Text,
  /** Numbers of rounds that were measured with it. */
  used: z.number(),
})

/** The instruments of the sites within reach, those to be calibrated first. */
export const listInstruments = query({
  verb: 'workplace.setInstruments',
  input: z.object({}),
  output: z.object({ items: z.array(Row), sites: z.array(z.object({ id: z.uuid(), name: Text })) }),
  async run({ db, reach, now }) {
    const seen = visible(reach, { siteId: sql`s.id` })
    const { rows } = await db.execute<Omit<z.infer<typeof Row>, 'calibration'> & { timeZone: string }>(sql`
      select m.id, m.kind, m.model, m.serial, m.accuracy, m.calibrated_until as "calibratedUntil", s.name as site,
        s.time_zone as "timeZone", (select count(*)::int from answers a where a.instrument_id = m.id) as used
      from instruments m join sites s on s.id = m.site_id where m.retired_at is null and ${seen}
      order by m.calibrated_until nulls first, m.kind, m.serial limit 500`)
    const { rows: sites } = await db.execute<{ id: string; name: Text }>(
      sql`select s.id, s.name from sites s where ${seen} order by s.name ->> 'uk'`,
    )
    const items = rows.map(({ timeZone, ...row }) => ({
      ...row,
      calibration: calibrationOf(row.calibratedUntil, dateAt(now, timeZone)),
    }))
    return { items, sites }
  },
})
