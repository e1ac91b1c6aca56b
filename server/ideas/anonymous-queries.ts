import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { todayAt } from '#server/ideas/audience-queries'
import type { Notice } from '#server/notices'

type Told = { id: string; number: number; title: string; ownerId: string }

/**
 * Anonymous ideas of earlier days: their owners hear now, and the rows are written anew in random order, so that neither
 * the transaction's number nor the place on disk tells when they came.
 */
export const tellOfAnonymous = async (tx: Tx, now: Date): Promise<Notice[]> => {
  const { rows } = await tx.execute<Told>(sql`
    with fresh as (
      select i.id, ${todayAt(now)} as today from ideas i join areas a on a.id = i.area_id
      where i.author_mode = 'anonymous' and i.submitted_on < ${todayAt(now)} and i.submitted_on > ${todayAt(now)} - 30
      order by random()
    ), told as (
      insert into idea_reminders (idea_id, step, sent_on) select id, 'submitted', today from fresh
      on conflict do nothing returning idea_id
    )
    update ideas i set votes = i.votes from told where told.idea_id = i.id
    returning i.id, i.number::float8 as number, i.title, i.owner_id as "ownerId"`)
  const ids = rows.map(({ id }) => id)
  if (ids.length) {
    await tx.execute(
      sql`update idea_terms set version = version where idea_id = any(${sql.param(ids)}::uuid[])`,
    )
  }
  return rows.map(({ number, title, ownerId }) => ({
    to: [ownerId],
    kind: 'idea.submitted',
    params: { number, title },
    href: `/ideas/${number}`,
  }))
}

/** What anonymous authors wrote on earlier days. */
export const tellOfAnonymousWords = async (tx: Tx, now: Date): Promise<Notice[]> => {
  const { rows } = await tx.execute<Told>(sql`
    update idea_comments c set told_on = ${todayAt(now)}
    from ideas i join areas a on a.id = i.area_id
    where i.id = c.idea_id and c.author_id is null and c.told_on is null and c.said_on < ${todayAt(now)}
    returning i.id, i.number::float8 as number, i.title, i.owner_id as "ownerId"`)
  return rows.map(({ number, title, ownerId }) => ({
    to: [ownerId],
    kind: 'idea.commented',
    params: { number, title },
    href: `/ideas/${number}`,
  }))
}
