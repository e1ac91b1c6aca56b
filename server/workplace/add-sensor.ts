import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { sensors } from '#db/schema/readings'
import { SENSOR_METRICS } from '#domain/sensor-metrics'
import { AddSensor } from '#domain/sensors'
import { command } from '#server/command'
import { findRoom } from '#server/workplace/place-queries'

export const hashSensorToken = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Lets a device send numbers of a room. Its token is shown this once; only its hash is kept. */
export const addSensor = command({
  verb: 'workplace.addSensor',
  input: AddSensor,
  output: z.object({ sensorId: z.uuid(), secret: z.string() }),
  secret: true,
  subject: (tx, { roomId }) => findRoom(tx, roomId),
  audit: ({ input, result }) => ({ kind: 'sensor', id: result.sensorId, detail: { metric: input.metric } }),
  async run({ tx, actor, input, now, newId }) {
    const { roomId, name, metric, okLow = null, okHigh = null, alarmAfter } = input
    const secret = `sviato_sensor_${randomBytes(24).toString('base64url')}`
    const id = newId()
    await tx.insert(sensors).values({
      ...{ id, roomId, name, metric, okLow, okHigh, alarmAfter },
      unit: SENSOR_METRICS[metric].unit,
      tokenHash: hashSensorToken(secret),
      addedBy: actor.personId,
      addedAt: now,
    })
    return { sensorId: id, secret }
  },
})
