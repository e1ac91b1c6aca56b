import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '#server/query'
import { PraiseItem, praisesWhere } from '#server/recognition/queries'
import { visible } from '#server/visible'

/**
 * What a screen on the floor shows: the last thirty days of what everybody may see, of a team or of all whom its keeper reaches.
 * A visitor of the floor is nobody, so the keeper's own and team praises are left out.
 */
export const listForScreen = query({
  verb: 'recognition.screen',
  input: z.object({ teamId: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(50).default(24) }),
  output: z.array(PraiseItem),
  async run({ db, actor, input, reach, now }) {
    const team = input.teamId ? sql`e.team_id = ${input.teamId}` : sql`true`
    const where = sql`p.visibility = 'public' and r.praise_visibility = 'public'
      and p.created_at > ${now.toISOString()}::timestamptz - interval '30 days' and exists (
        select from current_employments e where e.person_id = p.receiver_id and ${team}
          and ${visible(reach, { people: [], teamId: sql`e.team_id`, siteId: sql`e.site_id` })})`
    const { rows } = await db.execute<PraiseItem>(praisesWhere(actor, where, input.limit))
    return rows
  },
})
