/**
 * How many people a queue needs. Load is in Erlang: contacts × handling time / length of the period. Formulas by recursion, never by
 * factorials, so ten thousand people overflow nothing (A. K. Erlang 1917; C. Palm 1946 for patience).
 */

/** Share of lost contacts if nobody could wait (Erlang B). */
const blocking = (agents: number, load: number): number => {
  let share = 1
  for (let count = 1; count <= agents; count += 1) share = (load * share) / (count + load * share)
  return share
}

/** The probability that a contact waits, with patience without end (Erlang C); 1 where the queue grows without end. */
export function waitingErlangC(agents: number, load: number): number {
  if (load <= 0) return 0
  if (agents <= load) return 1
  const blocked = blocking(agents, load)
  return (agents * blocked) / (agents - load * (1 - blocked))
}

export type Queue = {
  /** Share of contacts that wait at all. */
  waiting: number
  /** Share answered within the wanted time, 0 to 1. */
  serviceLevel: number
  /** Mean wait of those answered, in seconds; infinite where the queue grows without end. */
  waitSeconds: number
  /** Share of their time that people talk. */
  occupancy: number
  /** Share that gave up. */
  abandoned: number
}

export type Contacts = {
  /** Contacts that come in the period. */
  count: number
  periodSeconds: number
  handlingSeconds: number
  /** How many one person serves at once, as in chat. */
  concurrency?: number
}

export const loadOf = ({ count, periodSeconds, handlingSeconds, concurrency = 1 }: Contacts): number =>
  (count * handlingSeconds) / periodSeconds / Math.max(1, concurrency)

/** A queue in which everybody waits as long as it takes. */
export function erlangC(agents: number, load: number, handlingSeconds: number, withinSeconds: number): Queue {
  const none = { waiting: 0, serviceLevel: 1, waitSeconds: 0, occupancy: 0, abandoned: 0 }
  if (load <= 0 || handlingSeconds <= 0) return none
  if (agents <= load)
    return { waiting: 1, serviceLevel: 0, waitSeconds: Number.POSITIVE_INFINITY, occupancy: 1, abandoned: 0 }
  const waiting = waitingErlangC(agents, load)
  const free = agents - load
  return {
    waiting,
    serviceLevel: 1 - waiting * Math.exp((-free * withinSeconds) / handlingSeconds),
    waitSeconds: (waiting * handlingSeconds) / free,
    occupancy: load / agents,
    abandoned: 0,
  }
}

/** What adds less than e^-45 to an integral adds nothing. */
const FAR = 45
const STEPS = 4000

/** ∫ of e^(power − highest) from 0 to `end`, each part weighed by `share`; Simpson. */
const integral = (end: number, power: (at: number) => number, share: (at: number) => number): number => {
  const step = end / STEPS
  let total = 0
  for (let index = 0; index <= STEPS; index += 1) {
    const at = index * step
    const edge = index === 0 || index === STEPS
    const weight = edge ? 1 : 2 + 2 * (index % 2)
    total += weight * Math.exp(power(at)) * share(at)
  }
  return (total * step) / 3
}

/**
 * A queue whose people give up after `patienceSeconds` on average (Erlang A), by the density of the offered wait (Baccelli and
 * Hebuterne 1981, Zeltyn and Mandelbaum 2005). Times are counted in handling times; powers are taken from their highest, so that an
 * overload of thousands overflows nothing. Service level counts those answered in time among all who came.
 */
export function erlangA(
  agents: number,
  load: number,
  handlingSeconds: number,
  withinSeconds: number,
  patienceSeconds: number,
): Queue {
  if (load <= 0 || handlingSeconds <= 0)
    return { waiting: 0, serviceLevel: 1, waitSeconds: 0, occupancy: 0, abandoned: 0 }
  if (agents <= 0)
    return { waiting: 1, serviceLevel: 0, waitSeconds: patienceSeconds, occupancy: 0, abandoned: 1 }
  const impatience = handlingSeconds / patienceSeconds
  const power = (at: number) => (-load * Math.expm1(-impatience * at)) / impatience - agents * at
  const top = load > agents ? Math.log(load / agents) / impatience : 0
  const highest = power(top)
  const fromTop = (at: number) => power(at) - highest
  let end = Math.max(top, 1 / agents)
  while (fromTop(end) > -FAR) end *= 1.5
  const idle = Math.exp(-highest - Math.log(blocking(agents - 1, load)))
  const offered = integral(end, fromTop, () => 1)
  const all = idle + load * offered
  const within = Math.min(end, withinSeconds / handlingSeconds)
  const inTime = within > 0 ? integral(within, fromTop, (at) => Math.exp(-impatience * at)) : 0
  /** Mean of the shorter of the offered wait and patience, over all who come. */
  const waited = integral(end, fromTop, (at) => -Math.expm1(-impatience * at) / impatience)
  const waits = (load * waited) / all
  const abandoned = Math.min(1, impatience * waits)
  return {
    waiting: (load * offered) / all,
    serviceLevel: Math.min(1, (idle + load * inTime) / all),
    waitSeconds: waits * handlingSeconds,
    occupancy: (load * (1 - abandoned)) / agents,
    abandoned,
  }
}

export type ServiceGoal = {
  /** Share of contacts answered within `withinSeconds`. */
  serviceLevel: number
  withinSeconds: number
  /** People talk at most this share of their time. */
  maxOccupancy: number
  /** Without it everybody waits as long as it takes. */
  patienceSeconds?: number
}

/** The fewest people at work that reach the goal: for service level first, then for occupancy. None for no contacts. */
export function agentsFor(contacts: Contacts, goal: ServiceGoal): number {
  const load = loadOf(contacts)
  const { handlingSeconds } = contacts
  const { withinSeconds, patienceSeconds } = goal
  if (load <= 0) return 0
  const reached = (agents: number): number =>
    patienceSeconds
      ? erlangA(agents, load, handlingSeconds, withinSeconds, patienceSeconds).serviceLevel
      : erlangC(agents, load, handlingSeconds, withinSeconds).serviceLevel
  let [low, high] = [0, Math.max(1, Math.ceil(load))]
  while (reached(high) < goal.serviceLevel) [low, high] = [high, high + Math.ceil(high / 8)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (reached(middle) < goal.serviceLevel) low = middle
    else high = middle
  }
  return Math.max(high, roundUp(load / goal.maxOccupancy))
}

/** 21 / 0.7 is 30.000000000000004 to a computer; nobody is hired for that. */
const roundUp = (value: number): number => Math.max(0, Math.ceil(value - 1e-9))

/** How many must be in the plan so that so many are at work, when a share of paid time goes to breaks, meetings and absence. */
export const withShrinkage = (agents: number, shrinkage: number): number => roundUp(agents / (1 - shrinkage))

/**
 * People needed in each slot for letters that may wait: what comes in a slot is spread evenly over the slots until its deadline, so
 * nothing is late and nobody is idle. `contacts` by slot.
 */
export function backlogStaff(
  contacts: readonly number[],
  handlingSeconds: number,
  slotSeconds: number,
  deadlineSlots: number,
): number[] {
  const span = Math.max(1, deadlineSlots)
  return contacts.map((_, slot) => {
    const open = contacts.slice(Math.max(0, slot - span + 1), slot + 1)
    const work = open.reduce((total, count) => total + count, 0) * handlingSeconds
    return roundUp(work / span / slotSeconds)
  })
}
