import { pulseAnswer } from '#app/_next/pulses'

export const dynamic = 'force-dynamic'

/** Takes an answer with a signed token. No session is asked for, and none is read. */
export const POST = pulseAnswer
