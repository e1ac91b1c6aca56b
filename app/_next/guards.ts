import type { IncomingHttpHeaders } from 'node:http'
import { UPLOAD_LIMIT } from '#domain/files'

export type Refusal = {
  status: 400 | 403 | 405 | 411 | 413
  code: 'malformed' | 'foreign' | 'method' | 'length' | 'tooLarge'
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])
const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

const BODY_LIMIT = 1024 * 1024
/** The names and borders of a form's parts are bytes too. */
const FORM_AROUND = 64 * 1024
/** Where files arrive, as multipart/form-data. */
const UPLOADS = /^\/api\/(files|v1\/(files|documents))$/

export const isWrite = (method: string): boolean => WRITES.has(method)

const limitOf = (path: string, contentType: string | undefined): number => {
  const isUpload = contentType?.startsWith('multipart/form-data') && UPLOADS.test(path)
  return isUpload ? UPLOAD_LIMIT + FORM_AROUND : BODY_LIMIT
}

const refuseSize = (path: string, headers: IncomingHttpHeaders): Refusal | undefined => {
  // A body without a length could only be refused after it was read.
  if (headers['transfer-encoding']) return { status: 411, code: 'length' }
  const tooLarge = Number(headers['content-length'] ?? 0) > limitOf(path, headers['content-type'])
  return tooLarge ? { status: 413, code: 'tooLarge' } : undefined
}

const isOwn = (origin: string, host: string | undefined, appUrl: string): boolean => {
  if (!URL.canParse(origin)) return false
  const { host: from } = new URL(origin)
  return origin === new URL(appUrl).origin || from === host
}

/** A bearer token is sent by a program that means it; everything else may be a browser led by another site. */
const refuseForeign = (headers: IncomingHttpHeaders, appUrl: string): Refusal | undefined => {
  if (headers.authorization && !headers.cookie) return undefined
  const foreign: Refusal = { status: 403, code: 'foreign' }
  if (headers.origin !== undefined) return isOwn(headers.origin, headers.host, appUrl) ? undefined : foreign
  const site = headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site' ? foreign : undefined
}

/** Next's own files: names that it made, so nothing may lead out of their folder and past the checks of a page. */
export const isStatic = (method: string, path: string): boolean =>
  READS.has(method) && /^\/_next\/static\/[\w./~@-]+$/.test(path) && !path.includes('..')

const decodes = (path: string): boolean => {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/** Only the path of an address of our own; another host before it, a way up or letters that cannot be read are nobody's link. */
const isMalformed = (path: string): boolean =>
  !/^\/(?![/\\])/.test(path) || !decodes(path) || /(^|[/\\])\.\.?([/\\]|$)/.test(decodeURIComponent(path))

/** What is refused before Next sees it: addresses that are none, unknown methods, too long bodies, writes that another site caused. */
export function refusalFor(
  request: { method: string; path: string; headers: IncomingHttpHeaders },
  appUrl: string,
): Refusal | undefined {
  const { method, path, headers } = request
  if (isMalformed(path)) return { status: 400, code: 'malformed' }
  if (READS.has(method)) return undefined
  if (!WRITES.has(method)) return { status: 405, code: 'method' }
  return refuseForeign(headers, appUrl) ?? refuseSize(path, headers)
}
