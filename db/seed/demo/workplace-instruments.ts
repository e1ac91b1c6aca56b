import type { World } from '#db/seed/demo/world'
import { addDays, dateAt } from '#domain/site-time'

/** Days until the certificate ends: one is over and one ends soon, as in any centre. */
const KINDS = [
  { kind: 'thermometer', model: 'Testo 608-H1', accuracy: '±0,5 °C', days: 210 },
  { kind: 'hygrometer', model: 'Testo 608-H2', accuracy: '±2 %', days: 210 },
  { kind: 'luxmeter', model: 'Testo 540', accuracy: '±3 лк', days: 18 },
  { kind: 'sound_level_meter', model: 'UNI-T UT353', accuracy: '±2 дБ', days: -12 },
  { kind: 'co2', model: 'Testo 535', accuracy: '±50 ppm', days: 95 },
] as const
const COLUMNS = ['id', 'site_id', 'kind', 'model', 'serial', 'accuracy', 'calibrated_until', 'created_at']

/** What each site measures with. */
export async function seedInstruments(world: World): Promise<void> {
  const at = world.day(170, 9)
  const rows = world.sites.flatMap((site, place) =>
    KINDS.map(({ kind, model, accuracy, days }, index) => {
      const serial = `${4100 + place * 100 + index * 7}`
      const until = addDays(dateAt(world.now, site.timeZone), days)
      return [world.newId(at), site.id, kind, model, serial, accuracy, until, at]
    }),
  )
  await world.bulk('instruments', COLUMNS, rows)
}
