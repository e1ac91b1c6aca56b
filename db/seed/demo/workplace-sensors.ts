import { createHash } from 'node:crypto'
import type { Hall } from '#db/seed/demo/workplace-seats'
import type { Site, World } from '#db/seed/demo/world'

const EVERY_MINUTES = 10
const A_DAY = 144

type Kind = {
  metric: string
  /** What is written on such devices, with a number behind it: the same in any language. */
  mark: string
  unit: string
  low: number | null
  high: number
  usual: number
  swing: number
}

const KINDS: Kind[] = [
  { metric: 'co2_ppm', mark: 'CO₂', unit: 'ppm', low: null, high: 1000, usual: 720, swing: 160 },
  { metric: 'air_temp_c', mark: 'T', unit: '°C', low: 22, high: 25, usual: 23.4, swing: 0.8 },
]

const SENSORS = [
  'id',
  'room_id',
  'name',
  'metric',
  'unit',
  'ok_low',
  'ok_high',
  'alarm_after',
  'token_hash',
  'added_by',
  'added_at',
]
const READINGS = ['id', 'room_id', 'metric', 'value', 'unit', 'source', 'sensor_id', 'taken_at']
const SAFETY = [
  'site_id',
  'route',
  'route_minutes',
  'generator',
  'connection',
  'autonomy_hours',
  'autonomy_tested_on',
  'changed_by',
  'changed_at',
]

const tenth = (value: number) => Math.round(value * 10) / 10

/** Air and warmth of the last day: they rise while people are in, and fall at night. */
const dayOf = (world: World, kind: Kind, roomId: string, sensorId: string): unknown[][] =>
  Array.from({ length: A_DAY }, (_, index) => {
    const at = new Date(world.now.getTime() - index * EVERY_MINUTES * 60_000)
    const warm = Math.sin(((at.getUTCHours() - 5) / 24) * 2 * Math.PI)
    const value = tenth(kind.usual + kind.swing * warm + kind.swing * 0.2 * (world.random.next() - 0.5))
    return [world.newId(at), roomId, kind.metric, value, kind.unit, 'sensor', sensorId, at]
  })

/** Two sensors in each hall, and what each site has for an alarm. */
export async function seedSensors(world: World, halls: Hall[]): Promise<void> {
  const by = world.account('head').id
  const added = world.day(90)
  const rows = { sensors: [] as unknown[][], readings: [] as unknown[][] }
  for (const [at, hall] of halls.entries()) {
    for (const kind of KINDS) {
      // Each a minute after the one before, so that the list is in the order of the halls.
      const id = world.newId(new Date(added.getTime() + rows.sensors.length * 60_000))
      // A token that nobody knows: devices of the demo centre send nothing.
      const hash = createHash('sha256').update(id).digest()
      const limits = [kind.low, kind.high, 15]
      rows.sensors.push([
        id,
        hall.id,
        `${kind.mark}-${at + 1}`,
        kind.metric,
        kind.unit,
        ...limits,
        hash,
        by,
        added,
      ])
      rows.readings.push(...dayOf(world, kind, hall.id, id))
    }
  }
  await world.bulk('sensors', SENSORS, rows.sensors)
  await world.bulk('readings', READINGS, rows.readings)
  const sites = new Set<Site>(halls.map(({ site }) => site))
  await world.bulk(
    'site_safety',
    SAFETY,
    [...sites].map((site) => [
      site.id,
      {
        uk: 'Сходами Б на рівень −1, паркінг. Ліфтом не користуйтеся.',
        en: 'Staircase B to level −1, the car park. Do not take the lift.',
      },
      4,
      { uk: 'Дизельний, 40 кВА, вмикається сам', en: 'Diesel, 40 kVA, starts by itself' },
      {
        uk: 'Другий провайдер оптикою, третій – супутник',
        en: 'A second provider by fibre, a third by satellite',
      },
      9,
      world.day(20).toISOString().slice(0, 10),
      by,
      world.day(20),
    ]),
  )
}
