import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Seats are shared: so many of the accounts that signed in last on a device are known there. */
const MOST = 10
const COOKIE = /^([\w-]{12})((?:\.[\w-]{22}){0,10})$/

type Device = { id: string; marks: string[] }

const read = (cookie: string | undefined): Device | undefined => {
  const [, id, marks] = COOKIE.exec(cookie ?? '') ?? []
  return id === undefined ? undefined : { id, marks: (marks ?? '').split('.').filter(Boolean) }
}

const markOf = (id: string, email: string, secret: string): string =>
  createHmac('sha256', secret)
    .update(`device:${id}:${email.trim().toLowerCase()}`)
    .digest('base64url')
    .slice(0, 22)

/** The device's number where this account has signed in on it before, so that failures elsewhere cannot shut it out. */
export function knownDevice(cookie: string | undefined, email: string, secret: string): string | undefined {
  const device = read(cookie)
  if (!device) return undefined
  const mark = Buffer.from(markOf(device.id, email, secret))
  return device.marks.some((one) => timingSafeEqual(Buffer.from(one), mark)) ? device.id : undefined
}

/** The cookie of a device after an account has signed in on it. */
export function markDevice(
  cookie: string | undefined,
  email: string,
  secret: string,
  newId = () => randomBytes(9).toString('base64url'),
): string {
  const { id, marks } = read(cookie) ?? { id: newId(), marks: [] }
  const mark = markOf(id, email, secret)
  return [id, mark, ...marks.filter((one) => one !== mark)].slice(0, MOST + 1).join('.')
}
