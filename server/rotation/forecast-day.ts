import { z } from 'zod'
import { invalid } from '#domain/refused'
import { ForecastDay, stretchesOf } from '#domain/rotation/demand'
import { needsOf, tooMuch } from '#domain/rotation/demand-forecast'
import { command } from '#server/command'
import { keepForecast } from '#server/rotation/keep-forecast'
import { replaceDemand } from '#server/rotation/lay-demand'
import { findTeams } from '#server/rotation/set-demand'

/** Sets a task's demand from the contacts expected in each slot. */
export const forecastDay = command({
  verb: 'rotation.forecastDay',
  input: ForecastDay,
  output: z.object({ most: z.number() }),
  subject: findTeams,
  audit: ({ input, result }) => ({
    kind: 'demand',
    id: null,
    detail: { taskId: input.taskId, way: input.way, most: result.most },
  }),
  async run(context) {
    const { input } = context
    const needs = needsOf(input)
    const odd = needs.findIndex(tooMuch)
    if (odd >= 0) throw invalid(`contacts.${odd}`, 'rotation.tooMuchWork')
    const from = Date.parse(input.from)
    const to = from + input.contacts.length * input.stepMinutes * 60_000
    const wanted = stretchesOf(
      from,
      input.stepMinutes,
      needs.map(({ least, agents }): [number, number] => [least, agents]),
    )
    const step = input.stepMinutes * 60_000
    const { handlingSeconds, serviceLevel, withinSeconds, patienceSeconds = null, concurrency } = input
    const promised = { handlingSeconds, serviceLevel, withinSeconds, patienceSeconds, concurrency }
    // Letters are answered by a deadline, not by the clock of a queue.
    const expected = input.way === 'queue' ? input.contacts : []
    await keepForecast(
      context,
      input,
      expected.map((contacts, slot) => ({
        ...promised,
        contacts,
        from: from + slot * step,
        to: from + (slot + 1) * step,
      })),
    )
    await replaceDemand(context, { siteId: input.siteId, taskId: input.taskId, from, to }, wanted)
    return { most: Math.max(...needs.map(({ agents }) => agents)) }
  },
})
