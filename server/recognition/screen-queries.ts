import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '#server/query'
import type { GladRead } from '#server/recognition/news-queries'
import { awardedTo, Glad, gladAsTold, gladParts } from '#server/recognition/news-queries'
import { PraiseItem, praisesWhere } from '#server/recognition/queries'
import { visible } from '#server/visible'

/** Whose own greetings the screen would otherwise show: its keeper's. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

const Input = z.object({
  teamId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(24),
})

/**
 * What a screen on the floor shows: the last thirty days of praise that everybody may see, and the rest there is to be glad of, of a
 * team or of all whom its keeper reaches. A visitor of the floor is nobody: what only the keeper or the team reads is left out.
 */
export const listForScreen = query({
  verb: 'recognition.screen',
  input: Input,
  output: z.object({ praises: z.array(PraiseItem), news: Glad }),
  async run({ db, actor, input, reach, now }) {
    const team = input.teamId ? sql`e.team_id = ${input.teamId}` : sql`true`
    const place = sql`${team} and ${visible(reach, { people: [], teamId: sql`e.team_id`, siteId: sql`e.site_id` })}`
    const open = sql`r.praise_visibility = 'public'`
    const named = sql`p.visibility = 'public' and ${open} and not exists (select from praise_revocations x where x.praise_id = p.id)`
    // An idea of the month comes with its effect, so its praise is not shown a second time.
    const where = sql`${named} and p.kind <> 'award' and p.created_at > ${now.toISOString()}::timestamptz - interval '30 days'
      and exists (select from current_employments e where e.person_id = p.receiver_id and ${place})`
    const audience = {
      who: { ...actor, personId: NOBODY },
      seen: sql`${open} and ${place}`,
      named,
      awarded: input.teamId || !reach.all ? awardedTo(named, place) : sql`true`,
    }
    const [praises, news] = await Promise.all([
      db.execute<PraiseItem>(praisesWhere(actor, where, input.limit)),
      db.execute<GladRead>(sql`select ${gladParts(audience, now)}`),
    ])
    return { praises: praises.rows, news: gladAsTold(news.rows[0] as GladRead) }
  },
})
