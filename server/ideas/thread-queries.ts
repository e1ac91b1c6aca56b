import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#domain/access'
import { mayEver } from '#domain/access'
import { AREA_ZONE, isPast } from '#server/ideas/audience-queries'
import { isoMoment } from '#server/moments'

export const Said = z.object({
  id: z.uuid(),
  /** An official answer has the kind of the reply; `comment` is a colleague's, `author` the unnamed author's. */
  kind: z.enum(['ack', 'question', 'decision', 'outcome', 'comment', 'author']),
  who: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  state: z.string().nullable(),
  reason: z.string().nullable(),
  body: z.string(),
  on: z.string(),
  at: z.string().nullable(),
  turn: z.number().nullable(),
  /** HR took it out of sight; only HR and whoever wrote it read it still. */
  removed: z.boolean(),
  /** Why, for those who read it still. */
  removedFor: z.string().nullable(),
})

/**
 * Everything said under the idea `i`. The author of a hidden idea is named to HR and to themselves alone; what an anonymous author
 * says is seen from the next day, like the idea, but by whoever holds its code at once.
 */
export const threadOf = (actor: Actor, now: Date, byCode: boolean): SQL => {
  const knowsAll = mayEver(actor, 'ideas.authors')
  const own = byCode ? sql`c.author_id is null` : sql`c.author_id is not distinct from ${actor.personId}`
  const unnamed = sql`(c.author_id is null or (i.author_mode = 'hidden' and c.author_id = i.author_id))`
  const named = sql`(c.author_id is not null and (not ${unnamed} or ${knowsAll} or ${own}))`
  return sql`(
  select coalesce(json_agg(said), '[]') from (
    select r.id, r.kind, json_build_object('id', w.id, 'name', w.name) as who, r.state, r.reason, r.body,
      (r.created_at at time zone ${AREA_ZONE})::date as "on", ${isoMoment(sql`r.created_at`)} as at, null::int as turn, false as removed, null as "removedFor"
    from idea_replies r join people w on w.id = r.author_id where r.idea_id = i.id
    union all
    select c.id, case when ${unnamed} then 'author' else 'comment' end,
      case when ${named} then json_build_object('id', w.id, 'name', w.name) end, null, null,
      case when c.removed and not (${knowsAll} or ${own}) then '' else c.body end,
      c.said_on, ${isoMoment(sql`c.created_at`)}, c.turn, c.removed,
      case when c.removed and (${knowsAll} or ${own}) then (
        select m.reason from idea_moderations m where m.idea_id = i.id and m.comment_id = c.id order by m.moderated_at desc limit 1) end
    from idea_comments c left join people w on w.id = c.author_id
    where c.idea_id = i.id and (c.author_id is not null or ${byCode} or ${isPast(sql`c.said_on`, now)})
  ) said)`
}
