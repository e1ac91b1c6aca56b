import { sql } from 'drizzle-orm'
import { forecasts } from '#db/schema/rotation'
import type { Forecast } from '#domain/rotation/service-level'
import type { Context } from '#server/command'
import { spanOf } from '#server/moments'

type Written = Pick<Context, 'tx' | 'actor' | 'now' | 'newId'>
type Place = { siteId: string; taskId: string }
type Promised = Omit<Forecast, 'from' | 'to'>

/** Keeps what is expected of a task, so that a plan can be held against it; what was expected there before gives way, its rest in proportion. */
export async function keepForecast(
  { tx, actor, now, newId }: Written,
  { siteId, taskId }: Place,
  expected: readonly Forecast[],
): Promise<void> {
  const [first, last] = [expected[0], expected.at(-1)]
  if (!first || !last) return
  const span = spanOf(first.from, last.to)
  const { rows } = await tx.execute<Promised & { rest: string }>(sql`
    with gone as (
      delete from forecasts where site_id = ${siteId} and task_id = ${taskId} and span && ${span}::tstzrange returning *
    )
    select r::text as rest,
      round(g.contacts * extract(epoch from upper(r) - lower(r)) / extract(epoch from upper(g.span) - lower(g.span)))::int as contacts,
      g.handling_seconds as "handlingSeconds", g.service_level as "serviceLevel", g.within_seconds as "withinSeconds",
      g.patience_seconds as "patienceSeconds", g.concurrency
    from gone g, unnest(g.span::tstzmultirange - ${span}::tstzrange::tstzmultirange) r`)
  const setBy = actor.kind === 'person' ? actor.personId : null
  const kept = rows.map(({ rest, ...promised }) => ({ ...promised, span: rest }))
  const put = expected
    .filter(({ contacts }) => contacts > 0)
    .map(({ from, to, ...promised }) => ({ ...promised, span: spanOf(from, to) }))
  const all = [...kept, ...put].map((one) => ({ ...one, id: newId(), siteId, taskId, setBy, createdAt: now }))
  if (all.length) await tx.insert(forecasts).values(all)
}
