import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { LONGEST_PAUSE } from '#domain/idea-clock'
import { AREA_SITE, todayAt } from '#server/ideas/audience-queries'
import { listenersOf } from '#server/ideas/lock-queries'
import type { Notice } from '#server/notices'

/**
 * What anonymous authors answered on earlier days ends the pause as of that day; words of the day of the question count as its
 * answer, since of two things of one day nobody knows which came first. Then questions that took all they may: the day stands
 * already, only the mark goes.
 */
export const endPauses = async (tx: Tx, now: Date) => {
  await tx.execute(sql`
    update ideas i set paused_on = null, asked_due = null,
      paused_days = least(${LONGEST_PAUSE}, i.paused_days + (said.on_day - i.paused_on)),
      decide_due = add_working_days(${AREA_SITE}, i.asked_due, working_days_between(${AREA_SITE}, i.paused_on,
        least(said.on_day, i.paused_on + (${LONGEST_PAUSE} - i.paused_days))))
    from areas a, ideas p, lateral (select min(c.said_on) as on_day from idea_comments c
      where c.idea_id = p.id and c.author_id is null and c.said_on >= p.paused_on) said
    where a.id = i.area_id and p.id = i.id and i.author_mode = 'anonymous' and i.paused_on is not null and said.on_day < ${todayAt(now)}`)
  await tx.execute(sql`
    update ideas i set paused_days = ${LONGEST_PAUSE}, paused_on = null, asked_due = null
    from areas a where a.id = i.area_id and i.paused_on is not null
      and i.paused_on + (${LONGEST_PAUSE} - i.paused_days) <= ${todayAt(now)}`)
}

type Returned = { id: string; number: number; title: string; authorId: string | null; ownerId: string }

/** «Not now» whose day has come: under review again, with a new day for the decision. */
export async function returnPostponed(tx: Tx, now: Date): Promise<Notice[]> {
  const { rows } = await tx.execute<Returned>(sql`
    update ideas i set state = 'under-review', returns_on = null, decision_reply_id = null,
      decide_due = add_working_days(${AREA_SITE}, ${todayAt(now)}, a.decide_days)
    from areas a where a.id = i.area_id and i.state = 'not-now' and i.returns_on <= ${todayAt(now)}
    returning i.id, i.number::float8 as number, i.title, i.author_id as "authorId", i.owner_id as "ownerId"`)
  if (!rows.length) return []
  await tx.execute(sql`
    delete from idea_reminders where step like 'decide-%' and idea_id = any(${sql.param(rows.map(({ id }) => id))}::uuid[])`)
  return Promise.all(
    rows.map(async (idea) => ({
      to: [idea.ownerId, ...(await listenersOf(tx, idea))],
      kind: 'idea.returned' as const,
      params: { number: idea.number, title: idea.title },
      href: `/ideas/${idea.number}`,
    })),
  )
}
