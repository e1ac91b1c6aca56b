import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#domain/access'
import { Text } from '#domain/localized'
import { atMost } from '#server/at-most'
import { query } from '#server/query'

/** Whether a person may answer ideas at all: who leads a team or a site now, and HR. */
export const answers = (personId: SQL): SQL => sql`exists (
  select 1 from current_grants g join current_employments e on e.person_id = g.person_id
  where g.person_id = ${personId} and g.role in ('supervisor', 'head', 'hr'))`

export const Answerer = z.object({ id: z.uuid(), name: z.string(), position: Text })

export const answerersFor = (actor: Actor): SQL => sql`
  select p.id, p.name, po.title as position from people p join current_employments e on e.person_id = p.id
  join positions po on po.id = e.position_id where ${answers(sql`p.id`)}
  order by e.site_id is not distinct from ${actor.siteId}::uuid desc, p.name, p.id ${atMost(300)}`

/** Whom an idea can be handed to, the actor's own site first. */
export const listAnswerers = query({
  verb: 'ideas.answerers',
  input: z.object({}),
  output: z.array(Answerer),
  async run({ db, actor }) {
    const { rows } = await db.execute<z.infer<typeof Answerer>>(answerersFor(actor))
    return rows
  },
})
