import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/**
 * Who asks, for the throttle of sign-ins. Each proxy adds the address it was asked from at the end of X-Forwarded-For, so only as
 * many entries from the end are believed as there are proxies of our own; what stands before them anybody could have written.
 */
export function clientAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number): string {
  const own = request.socket.remoteAddress ?? ''
  if (proxies === 0) return own
  const given = String(request.headers['x-forwarded-for'] ?? '')
  const chain = given
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return (chain.at(-proxies) ?? own).slice(0, 64)
}

/**
 * Whatever a client or a proxy says of host and scheme is replaced: Next compares a form's origin with the host, and the guards
 * have just found that origin to be ours; Next asks itself by plain HTTP.
 */
export function speakForProxy(headers: IncomingHttpHeaders, appUrl: string): void {
  const origin = headers.origin && URL.canParse(headers.origin) ? headers.origin : appUrl
  for (const name of ['forwarded', 'x-forwarded-for', 'x-forwarded-port']) delete headers[name]
  headers['x-forwarded-host'] = new URL(origin).host
  headers['x-forwarded-proto'] = 'http'
}
