import { receiveRound, sendKit } from '#app/_next/round-sync'

export const dynamic = 'force-dynamic'

export const GET = (): Promise<Response> => sendKit()
export const POST = (request: Request): Promise<Response> => receiveRound(request)
