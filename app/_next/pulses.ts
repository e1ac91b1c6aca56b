import type { z } from 'zod'
import { limitPerPerson } from '#app/_next/limits'
import { currentSession } from '#app/_next/session'
import { systemActor } from '#domain/access'
import type { PulseAnswer, PulseTicket } from '#domain/pulses'
import { Refused } from '#domain/refused'
import { answerPulse } from '#server/ideas/answer-pulse'
import { takeTicket } from '#server/ideas/take-ticket'
import { forgetPerson } from '#server/request-scope'

const STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
}

const refused = (error: unknown): Response => {
  if (!(error instanceof Refused)) throw error
  return Response.json({ code: error.fault?.key ?? error.reason }, { status: STATUS[error.reason] })
}

export async function pulseTicket(request: Request): Promise<Response> {
  const session = await currentSession()
  if (!session) return new Response(null, { status: 401 })
  forgetPerson()
  try {
    await limitPerPerson(session.actor.personId, 'write')
    const input = (await request.json().catch(() => ({}))) as z.input<typeof PulseTicket>
    return Response.json(await takeTicket(session.actor, input))
  } catch (error) {
    return refused(error)
  }
}

export async function pulseAnswer(request: Request): Promise<Response> {
  forgetPerson()
  try {
    const input = (await request.json().catch(() => ({}))) as z.input<typeof PulseAnswer>
    return Response.json(await answerPulse(systemActor(), input))
  } catch (error) {
    return refused(error)
  }
}
