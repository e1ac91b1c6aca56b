import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { demand } from '#db/schema/rotation'
import type { Actor } from '#domain/access'
import { notFound } from '#domain/refused'
import { SetDemand } from '#domain/rotation'
import { command } from '#server/command'
import { spanOf } from '#server/moments'

/** A site's demand is written by one at a time: the same sheet sent twice at once is one sheet. */
export const lockDemand = (tx: Tx, siteId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`demand ${siteId}`}, 0))`)

/** A site's demand belongs to the teams that serve the task's project there; the actor's own team of them is the subject. */
export const findTeams = async (
  tx: Tx,
  { siteId, taskId }: { siteId: string; taskId: string },
  actor: Actor,
) => {
  await lockDemand(tx, siteId)
  const { rows } = await tx.execute<{ teams: string[] }>(sql`
    select coalesce(array_agg(m.id) filter (where m.id is not null), '{}') as teams
    from sites s cross join tasks t
    left join teams m on m.site_id = s.id and (t.project_id is null or m.project_id = t.project_id)
    where s.id = ${siteId} and t.id = ${taskId} group by t.id`)
  if (!rows[0]) throw notFound()
  const led = actor.grants.map((grant) => grant.teamId)
  return { siteId, teamId: rows[0].teams.find((id) => led.includes(id)) ?? null }
}

/** How many people a task needs in a stretch of time; what was wanted there before gives way. */
export const setDemand = command({
  verb: 'rotation.setDemand',
  input: SetDemand,
  output: z.object({ demandId: z.uuid() }),
  subject: findTeams,
  audit: ({ input, result }) => ({
    kind: 'demand',
    id: result.demandId,
    detail: { taskId: input.taskId, minimum: input.minimum, target: input.target },
  }),
  async run({ tx, actor, input, now, newId }) {
    const { siteId, taskId, minimum, target } = input
    const span = spanOf(input.from, input.to)
    const setBy = actor.kind === 'person' ? actor.personId : null
    const { rows } = await tx.execute<{ rest: string; minimum: number; target: number }>(sql`
      with gone as (
        delete from demand where site_id = ${siteId} and task_id = ${taskId} and span && ${span}::tstzrange
        returning span, minimum, target
      )
      select r::text as rest, g.minimum, g.target
      from gone g, unnest(g.span::tstzmultirange - ${span}::tstzrange::tstzmultirange) r`)
    const demandId = newId()
    const row = { siteId, taskId, setBy, createdAt: now }
    const kept = rows.map((one) => ({
      ...row,
      id: newId(),
      span: one.rest,
      minimum: one.minimum,
      target: one.target,
    }))
    await tx.insert(demand).values([{ ...row, id: demandId, span, minimum, target }, ...kept])
    return { demandId }
  },
})
