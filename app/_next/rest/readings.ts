import type { z } from 'zod'
import { limitPerPerson } from '#app/_next/limits'
import { problem } from '#app/_next/problem'
import { STATUS } from '#app/_next/status-of'
import { systemActor } from '#domain/access'
import { notFound, Refused } from '#domain/refused'
import type { RecordReadings } from '#domain/sensors'
import { recordReadings } from '#server/workplace/record-readings'
import { findSensor } from '#server/workplace/sensor-queries'

/** What a device sends under its own token: it is no person, and may do nothing but this. */
export async function receiveReadings(request: Request): Promise<Response> {
  const [scheme, secret] = (request.headers.get('authorization') ?? '').split(' ')
  const sensorId = scheme?.toLowerCase() === 'bearer' && secret ? await findSensor(secret) : undefined
  if (!sensorId) return problem({ status: 401, code: 'unauthenticated' })
  try {
    await limitPerPerson(sensorId, 'write')
    const body: unknown = await request.json().catch(() => null)
    const sent = body && typeof body === 'object' && 'readings' in body ? body.readings : undefined
    const input = { sensorId, readings: sent } as z.input<typeof RecordReadings>
    return Response.json(await recordReadings(systemActor(), input))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // Revoked between the two looks.
    if (error.reason === notFound().reason) return problem({ status: 401, code: 'unauthenticated' })
    const fields = Object.fromEntries(Object.entries(error.fields).map(([name, fault]) => [name, fault.key]))
    return problem({ status: STATUS[error.reason], code: error.reason, fields })
  }
}
