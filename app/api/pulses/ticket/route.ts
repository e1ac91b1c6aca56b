import { pulseTicket } from '#app/_next/pulses'

export const dynamic = 'force-dynamic'

/** Signs a blinded token for whoever is signed in; the log of this path names nobody. */
export const POST = pulseTicket
