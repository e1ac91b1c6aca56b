import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import type { Told } from '#domain/idea-clock'
import { REMINDED, stageAt } from '#domain/idea-clock'
import { atMost } from '#server/at-most'
import { command } from '#server/command'
import { tellOfAnonymous, tellOfAnonymousWords } from '#server/ideas/anonymous-queries'
import { answers } from '#server/ideas/answerer-queries'
import { AREA_SITE, daysLeft, isOut, todayAt } from '#server/ideas/audience-queries'
import { endPauses, returnPostponed } from '#server/ideas/return-queries'
import { remindReviewers } from '#server/ideas/reviewer-queries'
import type { Notice } from '#server/notices'

const BATCH = 1000
/** A day before, in working days, may lie behind a long run of holidays. */
const AHEAD = '12 days'

type Waiting = Record<Told, string[]> & {
  id: string
  number: number
  title: string
  waits: 'ack' | 'decide'
  days: number
  today: string
}

/** Who answers: of an owner's own hidden idea the backup, whom nobody else sees there, and where the owner can answer no more. */
const ANSWERING = sql`
  case when i.author_id = i.owner_id or not ${answers(sql`i.owner_id`)} then a.backup_id else i.owner_id end`

const heads = (place: ReturnType<typeof sql>) => sql`(
  select coalesce(json_agg(g.person_id), '[]') from current_grants g
  join current_employments e on e.person_id = g.person_id
  where g.role = 'head' and g.team_id is null and g.site_id is not distinct from ${place})`

/** Steps of the clock that nobody was told of; the row of a reminder is what keeps a second run from telling again. */
const remind = async (tx: Tx, now: Date): Promise<Notice[]> => {
  const { rows } = await tx.execute<Waiting>(sql`
    select i.id, i.number::float8 as number, i.title, json_build_array(${ANSWERING}) as owner,
      json_build_array(a.backup_id) as backup, ${heads(AREA_SITE)} as "group-head", ${heads(sql`null::uuid`)} as head,
      case when i.first_reply_id is null then 'ack' else 'decide' end as waits, ${daysLeft(now)} as days,
      ${todayAt(now)}::text as today
    from ideas i join areas a on a.id = i.area_id
    where i.due <= (${now.toISOString()}::timestamptz + ${AHEAD}::interval)::date and not i.removed and ${isOut(now)}
      and not exists (select 1 from idea_reminders r where r.idea_id = i.id
        and r.step = case when i.first_reply_id is null then 'ack-overdue' else 'decide-overdue' end)
    order by i.due ${atMost(BATCH)}`)
  const due = rows.flatMap((idea) => {
    const stage = stageAt(idea.days)
    return stage ? [{ idea, stage, step: `${idea.waits}-${stage}` }] : []
  })
  if (!due.length) return []
  const values = due.map(({ idea, step }) => sql`(${idea.id}::uuid, ${step}, ${idea.today}::date)`)
  const { rows: fresh } = await tx.execute<{ id: string; step: string }>(sql`
    insert into idea_reminders (idea_id, step, sent_on) values ${sql.join(values, sql`, `)}
    on conflict do nothing returning idea_id as id, step`)
  const isFresh = new Set(fresh.map(({ id, step }) => `${id} ${step}`))
  return due
    .filter(({ idea, step }) => isFresh.has(`${idea.id} ${step}`))
    .map(({ idea, stage }) => ({
      to: [...new Set(REMINDED[stage].flatMap((who) => idea[who]))],
      kind: stage === 'soon' || stage === 'due' ? 'idea.due' : 'idea.overdue',
      params: { number: idea.number, title: idea.title, waits: idea.waits, when: stage },
      href: `/ideas/${idea.number}`,
    }))
}

/** Thirty days after «done» its owner is asked what came of it, once. */
const askEffects = async (tx: Tx, now: Date): Promise<Notice[]> => {
  const { rows } = await tx.execute<{ number: number; title: string; ownerId: string }>(sql`
    with asked as (
      insert into idea_reminders (idea_id, step, sent_on)
      select i.id, 'effect', ${todayAt(now)} from ideas i join areas a on a.id = i.area_id
      where i.done_on between ${todayAt(now)} - 120 and ${todayAt(now)} - 30
        and not exists (select 1 from idea_effects f where f.idea_id = i.id)
      on conflict do nothing returning idea_id
    )
    select i.number::float8 as number, i.title, ${ANSWERING} as "ownerId"
    from asked join ideas i on i.id = asked.idea_id join areas a on a.id = i.area_id`)
  return rows.map(({ number, title, ownerId }) => ({
    to: [ownerId],
    kind: 'idea.effectDue',
    params: { number, title },
    href: `/ideas/${number}`,
  }))
}

/** The daily round: what comes back, who is to answer today, what is late, and what came without a name on earlier days. */
export const escalateIdeas = command({
  verb: 'ideas.escalate',
  input: z.object({}),
  output: z.object({ told: z.number() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'ideas', id: null, detail: { told: result.told } }),
  async run({ tx, now, notify }) {
    await endPauses(tx, now)
    const all = [
      await returnPostponed(tx, now),
      await remind(tx, now),
      await askEffects(tx, now),
      await remindReviewers(tx, now),
      await tellOfAnonymous(tx, now),
      await tellOfAnonymousWords(tx, now),
    ].flat()
    for (const notice of all) notify(notice)
    return { told: all.length }
  },
})
