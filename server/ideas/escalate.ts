import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import type { Timed } from '#domain/idea-clock'
import { REMINDED, reminderAt } from '#domain/idea-clock'
import { atMost } from '#server/at-most'
import { command } from '#server/command'
import { todayAt } from '#server/ideas/audience-queries'
import type { Notice } from '#server/notices'

const BATCH = 1000

type Told = { id: string; number: number; title: string; ownerId: string }
type Waiting = Told & Timed & { backupId: string; today: string }

/** Steps of the clock that nobody was told of; the row of a reminder is what keeps a second run from telling again. */
const remind = async (tx: Tx, now: Date): Promise<Notice[]> => {
  const { rows } = await tx.execute<Waiting>(sql`
    select i.id, i.number::float8 as number, i.title, i.owner_id as "ownerId", a.backup_id as "backupId",
      i.ack_due::text as "ackDue", i.decide_due::text as "decideDue", i.first_reply_id is not null as heard,
      i.decision_reply_id is not null as decided, ${todayAt(now)}::text as today
    from ideas i join areas a on a.id = i.area_id
    where i.due <= (${now.toISOString()}::timestamptz + interval '2 days')::date
      and not exists (select 1 from idea_reminders r where r.idea_id = i.id
        and r.step = case when i.first_reply_id is null then 'ack-late' else 'decide-late' end)
    order by i.due ${atMost(BATCH)}`)
  const due = rows.flatMap((idea) => {
    const step = reminderAt(idea, idea.today)
    return step ? [{ idea, step }] : []
  })
  if (!due.length) return []
  const values = due.map(({ idea, step }) => sql`(${idea.id}::uuid, ${step}, ${idea.today}::date)`)
  const { rows: fresh } = await tx.execute<{ id: string; step: string }>(sql`
    insert into idea_reminders (idea_id, step, sent_on) values ${sql.join(values, sql`, `)}
    on conflict do nothing returning idea_id as id, step`)
  const isFresh = new Set(fresh.map(({ id, step }) => `${id} ${step}`))
  return due
    .filter(({ idea, step }) => isFresh.has(`${idea.id} ${step}`))
    .map(({ idea, step }) => {
      const [waits = '', when = ''] = step.split('-')
      return {
        to: REMINDED[step].map((who) => (who === 'owner' ? idea.ownerId : idea.backupId)),
        kind: when === 'late' ? ('idea.overdue' as const) : ('idea.due' as const),
        params: { number: idea.number, title: idea.title, waits, when },
        href: `/ideas/${idea.number}`,
      }
    })
}

/**
 * Anonymous ideas of earlier days: their owners hear now, and the rows are written anew in random order, so that neither
 * the transaction's number nor the place on disk tells when they came.
 */
const tellOfAnonymous = async (tx: Tx, now: Date): Promise<Notice[]> => {
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

const tellOfAnonymousWords = async (tx: Tx, now: Date): Promise<Notice[]> => {
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

/** The daily round: who is to answer today, what is late, and what came without a name on earlier days. */
export const escalateIdeas = command({
  verb: 'ideas.escalate',
  input: z.object({}),
  output: z.object({ told: z.number() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'ideas', id: null, detail: { told: result.told } }),
  async run({ tx, now, notify }) {
    const all = [
      await remind(tx, now),
      await tellOfAnonymous(tx, now),
      await tellOfAnonymousWords(tx, now),
    ].flat()
    for (const notice of all) notify(notice)
    return { told: all.length }
  },
})
