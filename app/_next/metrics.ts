import { createHash, timingSafeEqual } from 'node:crypto'
import { environment } from '#db/environment'
import { metricsText } from '#server/metrics'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** For Prometheus, with METRICS_TOKEN as bearer; whoever has not got it finds nothing here. */
export const metricsForWatchers = (request: Request) => {
  const { metricsToken } = environment()
  const given = request.headers.get('authorization') ?? ''
  if (!metricsToken || !timingSafeEqual(digest(given), digest(`Bearer ${metricsToken}`))) {
    return new Response(null, { status: 404 })
  }
  const headers = { 'Content-Type': 'text/plain; version=0.0.4', 'Cache-Control': 'no-store' }
  return new Response(metricsText(), { headers })
}
