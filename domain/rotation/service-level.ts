import type { OnTask } from '#domain/rotation/coverage'
import { SLOT, type Stretch } from '#domain/rotation/day'
import { erlangA, erlangC, loadOf } from '#domain/rotation/erlang'

/** Contacts in a stretch, and what is promised to those who come. */
export type Forecast = Stretch & {
  contacts: number
  handlingSeconds: number
  /** Percent. */
  serviceLevel: number
  withinSeconds: number
  patienceSeconds: number | null
  concurrency: number
}

/** Beyond it a queue is no queue but a wrong number; nobody would be answered in time. */
const MOST_LOAD = 1000

const levelAt = (forecast: Forecast, agents: number): number => {
  const { handlingSeconds, withinSeconds, patienceSeconds, concurrency } = forecast
  const periodSeconds = (forecast.to - forecast.from) / 1000
  const load = loadOf({ count: forecast.contacts, periodSeconds, handlingSeconds, concurrency })
  if (load > MOST_LOAD) return 0
  return patienceSeconds
    ? erlangA(agents, load, handlingSeconds, withinSeconds, patienceSeconds).serviceLevel
    : erlangC(agents, load, handlingSeconds, withinSeconds).serviceLevel
}

/**
 * Service level (share, 0 to 1) that the planned people reach by the formulas of queues, beside what is promised; both are weighed by
 * contacts, slot by slot. Null where nothing was expected.
 */
export function plannedService(
  forecasts: readonly Forecast[],
  on: readonly OnTask[],
): { contacts: number; planned: number; promised: number } | null {
  let [contacts, planned, promised] = [0, 0, 0]
  for (const forecast of forecasts) {
    const known = new Map<number, number>()
    const slots = Math.max(1, Math.round((forecast.to - forecast.from) / SLOT))
    const count = forecast.contacts / slots
    for (let slot = 0; slot < slots; slot += 1) {
      const at = forecast.from + slot * SLOT
      const agents = on.filter((block) => block.from <= at && block.to > at).length
      const level = known.get(agents) ?? levelAt(forecast, agents)
      known.set(agents, level)
      contacts += count
      planned += count * level
      promised += (count * forecast.serviceLevel) / 100
    }
  }
  return contacts > 0 ? { contacts, planned: planned / contacts, promised: promised / contacts } : null
}

/** Several tasks as one, each weighed by its contacts. */
export function together(services: readonly ReturnType<typeof plannedService>[]) {
  const all = services.filter((one) => one !== null)
  const contacts = all.reduce((sum, one) => sum + one.contacts, 0)
  const mean = (of: 'planned' | 'promised') =>
    all.reduce((sum, one) => sum + one.contacts * one[of], 0) / contacts
  return contacts > 0 ? { planned: mean('planned'), promised: mean('promised') } : null
}
