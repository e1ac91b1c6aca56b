import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

/** Networks that are nobody's on the internet: IANA's special-purpose registries (RFC 6890 and its updates). */
const INSIDE_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
// Of IPv6 only 2000::/3 is the internet; inside it these lead elsewhere, some to IPv4 addresses that they carry.
const INSIDE_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const inside = new BlockList()
for (const [net, bits] of INSIDE_4) inside.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of INSIDE_6) inside.addSubnet(net, bits, 'ipv6')
const internet6 = new BlockList()
internet6.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address is on the internet and not in a network of one's own. */
export const isOutside = (address: string): boolean => {
  const family = isIP(address)
  if (family === 4) return !inside.check(address, 'ipv4')
  return family === 6 && internet6.check(address, 'ipv6') && !inside.check(address, 'ipv6')
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '')

/** Whether the administrator has named the address, with its port or for all ports, as one inside that may be written to. */
export const isAllowed = (url: URL, allowed: readonly string[]): boolean =>
  allowed.includes(url.host) || allowed.includes(bare(url.hostname))

/** What can be said of an address without asking anybody: outside only https, and no number that leads inside. */
export function isPlausible(url: URL, allowed: readonly string[]): boolean {
  if (url.username || url.password) return false
  if (isAllowed(url, allowed)) return true
  const host = bare(url.hostname)
  return url.protocol === 'https:' && (isIP(host) === 0 ? host.includes('.') : isOutside(host))
}

/**
 * The one IP address to connect to. A name that leads inside, even beside addresses outside, is refused, and the connection goes to
 * what was looked at here: a name that answers otherwise a moment later changes nothing.
 */
export async function outsideAddress(url: URL, allowed: readonly string[]) {
  const host = bare(url.hostname)
  const found = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await lookup(host, { all: true }).catch(() => [])
  const [first] = found
  if (!first) return 'unknown' as const
  const open = isAllowed(url, allowed) || found.every(({ address }) => isOutside(address))
  return open ? first : ('address' as const)
}
