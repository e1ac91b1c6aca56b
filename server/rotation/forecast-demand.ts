import { z } from 'zod'
import { invalid } from '#domain/refused'
import { ForecastDemand } from '#domain/rotation'
import { agentsFor, erlangA, erlangC, loadOf, withShrinkage } from '#domain/rotation/erlang'
import { command } from '#server/command'
import { keepForecast } from '#server/rotation/keep-forecast'
import { findTeams, setDemand } from '#server/rotation/set-demand'

const MOST = 1000
const inPercent = (share: number): number => Math.round(share * 1000) / 10

/** Sets demand from the contacts that are expected: as many people as reach the service level, at the least as many as keep the queue finite. */
export const forecastDemand = command({
  verb: 'rotation.forecastDemand',
  input: ForecastDemand,
  output: z.object({
    agents: z.number(),
    /** People to have on shift, when a part of paid time goes elsewhere. */
    onShift: z.number(),
    serviceLevel: z.number(),
    occupancy: z.number(),
    waitSeconds: z.number(),
  }),
  subject: findTeams,
  audit: ({ input, result }) => ({
    kind: 'demand',
    id: null,
    detail: { taskId: input.taskId, contacts: input.contacts, agents: result.agents },
  }),
  async run({ tx, actor, input, now, newId }) {
    const { siteId, taskId, from, to, handlingSeconds, withinSeconds, patienceSeconds, concurrency } = input
    const periodSeconds = (Date.parse(to) - Date.parse(from)) / 1000
    const contacts = { count: input.contacts, periodSeconds, handlingSeconds, concurrency }
    const load = loadOf(contacts)
    if (load > MOST) throw invalid('contacts', 'rotation.tooMuchWork')
    const agents = agentsFor(contacts, {
      serviceLevel: input.serviceLevel / 100,
      maxOccupancy: input.maxOccupancy / 100,
      withinSeconds,
      patienceSeconds,
    })
    if (agents > MOST) throw invalid('contacts', 'rotation.tooMuchWork')
    const least = Math.min(agents, Math.floor(load) + (load > 0 ? 1 : 0))
    const place = { siteId, taskId, from, to }
    const promised = { handlingSeconds, serviceLevel: input.serviceLevel, withinSeconds, concurrency }
    const expected = { ...promised, contacts: input.contacts, patienceSeconds: patienceSeconds ?? null }
    const stretch = { from: Date.parse(from), to: Date.parse(to) }
    await keepForecast({ tx, actor, now, newId }, place, [{ ...expected, ...stretch }])
    await setDemand(actor, { ...place, minimum: least, target: agents }, { tx, now, newId })
    const queue = patienceSeconds
      ? erlangA(agents, load, handlingSeconds, withinSeconds, patienceSeconds)
      : erlangC(agents, load, handlingSeconds, withinSeconds)
    return {
      agents,
      onShift: withShrinkage(agents, input.shrinkage / 100),
      serviceLevel: inPercent(queue.serviceLevel),
      occupancy: inPercent(queue.occupancy),
      waitSeconds: Math.round(queue.waitSeconds),
    }
  },
})
