import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { pageOf } from '#domain/paging'
import { atMost } from '#server/at-most'
import { query } from '#server/query'

const Value = z.object({ id: z.uuid(), slug: z.string(), title: Text, meaning: Text })

/** What the company stands for, to choose from. */
export const listValues = query({
  verb: 'recognition.values',
  input: z.object({}),
  output: pageOf(Value),
  async run({ db }) {
    const { rows } = await db.execute<z.infer<typeof Value>>(sql`
      select id, slug, title, meaning from company_values where retired_at is null order by title ->> 'uk'`)
    return { items: rows, next: null }
  },
})

const Colleague = z.object({ id: z.uuid(), name: z.string(), position: Text, team: Text.nullable() })

/** Whom the actor can praise, the own team first; a list to choose from without a script, so it has an end. */
export const listReceivers = query({
  verb: 'recognition.receivers',
  input: z.object({
    limit: z.coerce.number().int().min(1).max(2000).default(500),
    also: z.uuid().optional(),
  }),
  output: z.array(Colleague),
  async run({ db, actor, input }) {
    const also = input.also ?? null
    const { rows } = await db.execute<z.infer<typeof Colleague>>(sql`
      select p.id, p.name, po.title as position, t.name as team
      from current_employments e join people p on p.id = e.person_id
      join positions po on po.id = e.position_id left join teams t on t.id = e.team_id
      where p.id <> ${actor.personId}
      order by p.id is not distinct from ${also}::uuid desc, e.team_id is not distinct from ${actor.teamId}::uuid desc,
        e.site_id is not distinct from ${actor.siteId}::uuid desc, p.name, p.id
      ${atMost(input.limit)}`)
    return rows
  },
})
