import { createHmac } from 'node:crypto'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import type { DeliveryFault } from '#domain/idea-webhooks'
import { isPlausible, outsideAddress } from '#server/outside-address'

type Message = { id: string; url: string; secret: string; payload: Record<string, unknown> }
export type Outcome = { status: number; fault?: undefined } | { status?: undefined; fault: DeliveryFault }

const PATIENCE = 10_000 // ms

/** Signs as standardwebhooks.com says: HMAC-SHA256 over id, time and body, so that any of its libraries can check it. */
export function signatureOf(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
}

/** Posts a signed message. Redirects are not followed, and of the answer only the status is read. */
export async function postWebhook(message: Message, allowed: readonly string[], now: Date): Promise<Outcome> {
  const url = new URL(message.url)
  if (!isPlausible(url, allowed)) return { fault: 'address' }
  const found = await outsideAddress(url, allowed)
  if (typeof found === 'string') return { fault: found }
  const body = JSON.stringify(message.payload)
  const seconds = Math.floor(now.getTime() / 1000)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Sviato',
    'webhook-id': message.id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatureOf(message.secret, message.id, seconds, body),
  }
  const send = url.protocol === 'https:' ? secure : plain
  const signal = AbortSignal.timeout(PATIENCE)
  return new Promise((resolve) => {
    const sending = send(url, {
      method: 'POST',
      headers,
      agent: false,
      signal,
      lookup: (_host, { all }, done) => (all ? done(null, [found]) : done(null, found.address, found.family)),
    })
    sending.on('response', (answer) => {
      answer.destroy()
      resolve({ status: answer.statusCode ?? 0 })
    })
    sending.on('error', () => resolve({ fault: signal.aborted ? 'slow' : 'unreachable' }))
    sending.end(body)
  })
}
