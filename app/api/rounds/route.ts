import { receiveRound, sendKit } from '#app/_next/round-sync'

export const dynamic = 'force-dynamic'

export const GET = sendKit
export const POST = receiveRound
