import type { z } from 'zod'
import type { ForecastDay } from '#domain/rotation/demand'
import { agentsFor, backlogStaff, erlangA, erlangC, loadOf, withShrinkage } from '#domain/rotation/erlang'

type Wish = Omit<z.output<typeof ForecastDay>, 'siteId' | 'taskId' | 'from'>
export type SlotNeed = {
  agents: number
  /** The fewest that keep the queue finite. */
  least: number
  onShift: number
  /** Shares; absent for letters, which wait by agreement, and where nobody is needed. */
  serviceLevel?: number
  occupancy?: number
}

const MOST_LOAD = 1000
/** People that a slot would need beyond all sense: the numbers are wrong. */
export const tooMuch = ({ agents }: SlotNeed): boolean => agents > MOST_LOAD

const inQueue = (count: number, wish: Wish): SlotNeed => {
  const { handlingSeconds, withinSeconds, patienceSeconds, concurrency } = wish
  const contacts = { count, periodSeconds: wish.stepMinutes * 60, handlingSeconds, concurrency }
  const load = loadOf(contacts)
  const shrinkage = wish.shrinkage / 100
  if (load > MOST_LOAD) return { agents: MOST_LOAD + 1, least: MOST_LOAD, onShift: MOST_LOAD + 1 }
  const agents = agentsFor(contacts, {
    serviceLevel: wish.serviceLevel / 100,
    maxOccupancy: wish.maxOccupancy / 100,
    withinSeconds,
    patienceSeconds,
  })
  if (!agents) return { agents: 0, least: 0, onShift: 0 }
  const queue = patienceSeconds
    ? erlangA(agents, load, handlingSeconds, withinSeconds, patienceSeconds)
    : erlangC(agents, load, handlingSeconds, withinSeconds)
  return {
    agents,
    least: Math.min(agents, Math.floor(load) + 1),
    onShift: withShrinkage(agents, shrinkage),
    serviceLevel: queue.serviceLevel,
    occupancy: queue.occupancy,
  }
}

/** People that each slot of a day needs: for calls and chats by their queue, for letters by their deadline. */
export function needsOf(wish: Wish): SlotNeed[] {
  if (wish.way === 'queue') return wish.contacts.map((count) => inQueue(count, wish))
  const slots = Math.max(1, Math.round(wish.deadlineMinutes / wish.stepMinutes))
  const busy = wish.handlingSeconds / (wish.maxOccupancy / 100)
  const staff = backlogStaff(wish.contacts, busy, wish.stepMinutes * 60, slots)
  return staff.map((agents) => ({
    agents,
    least: agents,
    onShift: withShrinkage(agents, wish.shrinkage / 100),
  }))
}
