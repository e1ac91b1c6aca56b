import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { demand } from '#db/schema/rotation'
import type { Actor } from '#domain/access'
import { notFound } from '#domain/refused'
import { LayDemand, stretchesOf, type Wanted } from '#domain/rotation/demand'
import { type Context, command } from '#server/command'
import { spanOf } from '#server/moments'
import { findTeams } from '#server/rotation/set-demand'

type Written = Pick<Context, 'tx' | 'actor' | 'now' | 'newId'>
type Place = { siteId: string; taskId: string; from: number; to: number }

/** Puts stretches in the place of whatever was wanted in a span; what reaches beyond it stays there. */
export async function replaceDemand(
  { tx, actor, now, newId }: Written,
  { siteId, taskId, from, to }: Place,
  wanted: readonly Wanted[],
): Promise<void> {
  const span = spanOf(from, to)
  const { rows } = await tx.execute<{ rest: string; minimum: number; target: number }>(sql`
    with gone as (
      delete from demand where site_id = ${siteId} and task_id = ${taskId} and span && ${span}::tstzrange
      returning span, minimum, target
    )
    select r::text as rest, g.minimum, g.target
    from gone g, unnest(g.span::tstzmultirange - ${span}::tstzrange::tstzmultirange) r`)
  const setBy = actor.kind === 'person' ? actor.personId : null
  const row = { siteId, taskId, setBy, createdAt: now }
  const kept = rows.map(({ rest, minimum, target }) => ({ span: rest, minimum, target }))
  const put = wanted.map(({ minimum, target, ...stretch }) => ({
    span: spanOf(stretch.from, stretch.to),
    minimum,
    target,
  }))
  const all = [...kept, ...put].map((one) => ({ ...row, ...one, id: newId() }))
  if (all.length) await tx.insert(demand).values(all)
}

/** The tasks of one project and place, all of which the actor may set demand for. */
const findAll = async (tx: Tx, input: { siteId: string; taskIds: string[] }, actor: Actor) => {
  const places = []
  for (const taskId of new Set(input.taskIds))
    places.push(await findTeams(tx, { siteId: input.siteId, taskId }, actor))
  const [first] = places
  if (!first) throw notFound()
  // Where one task is another team's, the place alone is asked about.
  return places.every(({ teamId }) => teamId === first.teamId) ? first : { ...first, teamId: null }
}

/** Sets the demand of several tasks over a span as a whole grid says it. */
export const layDemand = command({
  verb: 'rotation.layDemand',
  input: LayDemand,
  output: z.object({ stretches: z.number() }),
  subject: findAll,
  audit: ({ input, result }) => ({
    kind: 'demand',
    id: null,
    detail: { tasks: input.taskIds.length, stretches: result.stretches },
  }),
  async run(context) {
    const { siteId, taskIds, slots, stepMinutes, minimum, target } = context.input
    const from = Date.parse(context.input.from)
    const to = from + slots * stepMinutes * 60_000
    let stretches = 0
    for (const [column, taskId] of taskIds.entries()) {
      const cells = Array.from({ length: slots }, (_, slot): [number, number] => {
        const cell = slot * taskIds.length + column
        return [minimum[cell] ?? 0, target[cell] ?? 0]
      })
      const wanted = stretchesOf(from, stepMinutes, cells)
      await replaceDemand(context, { siteId, taskId, from, to }, wanted)
      stretches += wanted.length
    }
    return { stretches }
  },
})
