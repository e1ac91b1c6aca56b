export type Failure = {
  at: Date
  /** Whether it came from the device that tries now, from another that the account has signed in on, or from a stranger's. */
  device: 'same' | 'other' | 'stranger'
  sameNetwork: boolean
}

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
/** Wrong passwords in a quarter of an hour: of a device that the account has signed in on before, and of strangers in one network. */
const ON_DEVICE = 10
const IN_NETWORK = 5
/** Wrong passwords of strangers in an hour, wherever from; beyond it each try is slower, and none is refused for it. */
const ANYWHERE = 50
/** So many more failures double the delay. */
const STEP = 10
const LONGEST_DELAY = 15

/** Seconds until fewer than `most` of these times lie within a quarter of an hour. */
const until = (times: readonly number[], most: number, now: number): number => {
  const limiting = times.filter((at) => now - at < QUARTER).sort((a, b) => b - a)[most - 1]
  return limiting === undefined ? 0 : Math.ceil((limiting + QUARTER - now) / 1000)
}

/**
 * Seconds for which a try is refused (`wait`) or held up before it is looked at (`delay`); 0 where neither. A device that has signed
 * in to this account before has a count of its own, so a stranger who guesses passwords cannot lock the person out of it; a whole
 * floor behind one address has no common count; and guesses from many networks slow strangers' devices without shutting them.
 */
export function throttleSignIn(
  failures: readonly Failure[],
  isKnownDevice: boolean,
  now: Date,
): { wait: number; delay: number } {
  const moment = now.getTime()
  const times = (counts: (failure: Failure) => boolean) =>
    failures.filter(counts).map(({ at }) => at.getTime())
  if (isKnownDevice)
    return {
      wait: until(
        times(({ device }) => device === 'same'),
        ON_DEVICE,
        moment,
      ),
      delay: 0,
    }
  const wait = until(
    times(({ device, sameNetwork }) => device === 'stranger' && sameNetwork),
    IN_NETWORK,
    moment,
  )
  const strangers = times(({ device }) => device === 'stranger').filter((at) => moment - at < 60 * MINUTE)
  const beyond = strangers.length - ANYWHERE
  return { wait, delay: beyond < 0 ? 0 : Math.min(2 ** Math.floor(beyond / STEP), LONGEST_DELAY) }
}

const groups = (part: string): string[] => (part ? part.split(':') : [])

/** The network that one customer of a provider has: an IPv4 address, or the first 64 bits of an IPv6 one (RFC 6177). */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped) return mapped
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const [before, after] = [groups(head), groups(tail ?? '')]
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const all = [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
