import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '#server/query'
import { PraiseItem, praisesWhere } from '#server/recognition/queries'
import { visible } from '#server/visible'

const DAYS = 60
const AT_MOST = 20

/**
 * Praises of the last sixty days whose words are nearly (trigram similarity over 0.8) the giver's own of the half-year before, of
 * those that the reader may see anyway; somewhere to look before taking one back.
 */
export const listCopied = query({
  verb: 'recognition.copied',
  input: z.object({ siteId: z.uuid().optional() }),
  output: z.array(PraiseItem),
  async run({ db, actor, input, reach, now }) {
    const at = sql`${now.toISOString()}::timestamptz`
    const site = input.siteId ? sql`e.site_id = ${input.siteId}` : sql`true`
    const where = sql`p.kind in ('supervisor', 'peer') and p.created_at > ${at} - ${`${DAYS} days`}::interval
      and exists (select from praises o where o.giver_id = p.giver_id and o.created_at < p.created_at
        and o.created_at > p.created_at - interval '6 months' and similarity(o.deed, p.deed) > 0.8)
      and exists (select from current_employments e where e.person_id = p.receiver_id and ${site}
        and ${visible(reach, { people: [], teamId: sql`e.team_id`, siteId: sql`e.site_id` })})`
    const { rows } = await db.execute<PraiseItem>(praisesWhere(actor, where, AT_MOST))
    return rows
  },
})
