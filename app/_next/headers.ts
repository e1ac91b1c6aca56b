import type { ServerResponse } from 'node:http'

const PERMISSIONS = [
  'microphone=(self)',
  'camera=(self)',
  ...['geolocation', 'payment', 'usb', 'serial', 'hid', 'midi', 'display-capture', 'browsing-topics'].map(
    (name) => `${name}=()`,
  ),
].join(', ')

/**
 * What a page may load. Scripts need the nonce of their request; style elements too, only `style` attributes are free, since
 * the server writes widths of bars and columns of grids into them.
 */
export function contentSecurityPolicy(
  nonce: string,
  mode: { dev: boolean; https: boolean; issuer?: string },
): string {
  // Without JavaScript the sign-in form itself is led on to the organisation's server.
  const elsewhere = mode.issuer ? ` ${new URL(mode.issuer).origin}` : ''
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${mode.dev ? ` 'unsafe-eval'` : ''}`,
    // The development server injects style elements without a nonce.
    mode.dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `media-src 'self' blob:`,
    `font-src 'self'`,
    `connect-src 'self'${mode.dev ? ' ws:' : ''}`,
    `worker-src 'self' blob:`,
    `manifest-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'${elsewhere}`,
    `frame-src 'none'`,
    `frame-ancestors 'none'`,
    ...(mode.https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** The headers of every answer but those of Next's own static files. */
export function setSecurityHeaders(response: ServerResponse, policy: string, https: boolean): void {
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Permissions-Policy', PERMISSIONS)
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
}

const PERSONAL = /^text\/(html|x-component)/

/**
 * Calls `seen` with the kind of content just before the headers leave. Pages, and what Next fetches of them, are of one person:
 * no cache may keep them. A number that `seen` answers becomes the status.
 */
export function beforeHeaders(
  response: ServerResponse,
  seen: (contentType: string) => number | undefined,
): void {
  const writeHead = response.writeHead.bind(response) as (...parameters: unknown[]) => ServerResponse
  response.writeHead = (...parameters: unknown[]) => {
    const kind = String(response.getHeader('content-type') ?? '')
    if (PERSONAL.test(kind)) response.setHeader('Cache-Control', 'private, no-store')
    const status = seen(kind)
    return status ? writeHead(status, ...parameters.slice(1)) : writeHead(...parameters)
  }
}
