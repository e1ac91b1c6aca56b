import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { pulseKeys, pulses } from '#db/schema/pulses'
import type { Audience } from '#domain/campaigns'
import { LEAST_ASKED, OpenPulse } from '#domain/pulses'
import { conflict } from '#domain/refused'
import { addDays, dateAt } from '#domain/site-time'
import { makeBlindKeys } from '#server/blind-signature'
import { command } from '#server/command'
import { holds } from '#server/ideas/audience-queries'
import { asRow, keepBudget } from '#server/ideas/question-budget-queries'

const ZONE = 'Europe/Kyiv'

type Place = { id: string; parentId: string | null }

/**
 * Sites with enough people of the audience, and their teams that have enough: whoever is in a smaller team answers for the site, and
 * a smaller site is not asked, since an answer that names it would name its handful of people.
 */
const placesOf = async (tx: Tx, audience: Audience): Promise<Place[]> => {
  const { rows } = await tx.execute<Place>(sql`
    with asked as (
      select e.site_id, e.team_id from ${asRow(audience, 'n')}, current_employments e left join teams t on t.id = e.team_id where ${holds('n')}
    ), sizable as (
      select site_id as id, null::uuid as "parentId" from asked group by site_id having count(*) >= ${LEAST_ASKED}
    )
    select id, "parentId" from sizable
    union all select a.team_id, t.site_id from asked a join teams t on t.id = a.team_id join sizable s on s.id = t.site_id
    group by a.team_id, t.site_id having count(*) >= ${LEAST_ASKED}`)
  return rows
}

/** Asks an audience for a score, with the places as they are today and a key for each site. */
export const openPulse = command({
  verb: 'ideas.openPulse',
  input: OpenPulse,
  output: z.object({ id: z.uuid() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'pulse', id: result.id }),
  async run({ tx, actor, input, now, newId }) {
    const { question, days, ...audience } = input
    const id = newId()
    await keepBudget(tx, audience, now, id)
    const places = await placesOf(tx, audience)
    const sites = places.filter(({ parentId }) => parentId === null)
    if (!sites.length) throw conflict('ideas.audienceTooSmall', { least: LEAST_ASKED })
    const opensOn = dateAt(now, ZONE)
    const closesOn = addDays(opensOn, days - 1)
    const times = { opensOn, closesOn, openedAt: now }
    await tx.insert(pulses).values({ id, question, ...audience, ...times, openedBy: actor.personId })
    const keys = await Promise.all(
      sites.map(async (site) => ({ pulseId: id, siteId: site.id, ...(await makeBlindKeys()) })),
    )
    await tx.insert(pulseKeys).values(keys)
    await tx.execute(sql`
      insert into pulse_places (pulse_id, place_id, parent_id, name)
      select ${id}::uuid, p.id, p.parent, coalesce(s.name, t.name)
      from unnest(${sql.param(places.map((place) => place.id))}::uuid[], ${sql.param(places.map(({ parentId }) => parentId))}::uuid[]) p (id, parent)
      left join sites s on s.id = p.id left join teams t on t.id = p.id`)
    return { id }
  },
})
