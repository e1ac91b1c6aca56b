import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { ListNotices } from '#domain/notifications'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { atMost } from '#server/at-most'
import { query } from '#server/query'

const NoticeItem = z.object({
  id: z.uuid(),
  kind: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  href: z.string(),
  at: z.string(),
  read: z.boolean(),
})
export type NoticeItem = z.infer<typeof NoticeItem>

const COLUMNS = sql`n.id, n.kind, n.params, n.href, n.read_at is not null as read,
  to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`

/** The inbox, the newest first: kinds and parameters; the sentence is made in the reader's language where it is shown. */
export const listNotices = query({
  verb: 'notifications.list',
  input: ListNotices,
  output: pageOf(NoticeItem),
  async run({ db, actor, input }) {
    const keys = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    const where: SQL[] = [sql`n.person_id = ${actor.personId}`]
    if (input.unread) where.push(sql`n.read_at is null`)
    if (keys) where.push(sql`(n.created_at, n.id) < (${keys[0]}::timestamptz, ${keys[1]}::uuid)`)
    const { rows } = await db.execute<NoticeItem>(sql`
      select ${COLUMNS} from notices n where ${sql.join(where, sql` and `)}
      order by n.created_at desc, n.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.at, row.id])
  },
})

const Live = z.object({ unread: z.number(), latest: NoticeItem.nullable() })

/** What a live stream tells: how many are unread (at most 100 are counted), and the newest of them. */
export const liveNotices = query({
  verb: 'notifications.live',
  input: z.object({}),
  output: Live,
  async run({ db, actor }) {
    const { rows } = await db.execute<NoticeItem & { unread: number }>(sql`
      with few as (select * from notices n where n.person_id = ${actor.personId} and n.read_at is null limit 100)
      select ${COLUMNS}, (select count(*)::int from few) as unread from few n order by n.created_at desc, n.id desc limit 1`)
    if (!rows[0]) return { unread: 0, latest: null }
    const { unread, ...latest } = rows[0]
    return { unread, latest }
  },
})
