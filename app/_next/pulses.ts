import type { z } from 'zod'
import { answering } from '#app/_next/answering'
import { answeringAll } from '#app/_next/open-answering'
import { systemActor } from '#domain/access'
import type { PulseAnswer, PulseTicket } from '#domain/pulses'
import { answerPulse } from '#server/ideas/answer-pulse'
import { takeTicket } from '#server/ideas/take-ticket'
import { forgetPerson } from '#server/request-scope'

export const pulseTicket = answering({ limit: 'write', unnamed: true }, async ({ actor }, request) => {
  const input = (await request.json().catch(() => ({}))) as z.input<typeof PulseTicket>
  return Response.json(await takeTicket(actor, input))
})

export const pulseAnswer = answeringAll(async (request) => {
  forgetPerson()
  const input = (await request.json().catch(() => ({}))) as z.input<typeof PulseAnswer>
  return Response.json(await answerPulse(systemActor(), input))
})
