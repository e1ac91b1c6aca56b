import { serveRest } from '#app/_next/rest/door'
import { receiveReadings } from '#app/_next/rest/readings'

export const dynamic = 'force-dynamic'

export const GET = (request: Request): Promise<Response> => serveRest(request)
export const POST = (request: Request): Promise<Response> => receiveReadings(request)
