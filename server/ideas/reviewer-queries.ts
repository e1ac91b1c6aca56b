import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { HR_HEARS_AT, MOST_REMINDERS, REMINDED_EVERY } from '#domain/idea-panel'
import { atMost } from '#server/at-most'
import { AREA_SITE, todayAt } from '#server/ideas/audience-queries'
import type { Notice } from '#server/notices'

type Slow = { number: number; title: string; openedBy: string; step: string; silent: string[] }

/** Panels whose round has been open for so many working days hear it: whoever has not scored, and from the second time on HR too. */
export const remindReviewers = async (tx: Tx, now: Date): Promise<Notice[]> => {
  const { rows } = await tx.execute<Slow>(sql`
    with slow as (
      select p.id, p.idea_id, p.opened_by, p.round, least(${MOST_REMINDERS}::int, working_days_between(${AREA_SITE},
        (coalesce(p.second_at, p.opened_at) at time zone (select s.time_zone from sites s where s.id = ${AREA_SITE}))::date, ${todayAt(now)})
        / ${REMINDED_EVERY}::int) as time, ${todayAt(now)} as today
      from idea_panels p join ideas i on i.id = p.idea_id join areas a on a.id = i.area_id
      where p.state = 'scoring' and not i.removed and i.state <> 'merged'
      order by p.opened_at, p.id ${atMost(1000)}
    ), told as (
      insert into idea_reminders (idea_id, step, sent_on)
      select idea_id, 'panel-' || round || '-' || time, today from slow where time > 0
      on conflict do nothing returning idea_id, step
    )
    select i.number::float8 as number, i.title, l.opened_by as "openedBy", told.step,
      (select coalesce(json_agg(m.person_id), '[]') from idea_panelists m where m.panel_id = l.id
        and not exists (select from idea_releases x where x.panel_id = m.panel_id and x.person_id = m.person_id)
        and not exists (select from idea_scores s where s.panel_id = m.panel_id and s.person_id = m.person_id and s.round = l.round)) as silent
    from told join slow l on l.idea_id = told.idea_id join ideas i on i.id = told.idea_id`)
  return rows.flatMap(({ number, title, openedBy, step, silent }) => {
    const said = { params: { number, title }, href: `/ideas/${number}#panel` }
    const reviewers: Notice = { to: silent, kind: 'idea.panelWaits', ...said }
    if (Number(step.at(-1)) < HR_HEARS_AT) return [reviewers]
    const params = { ...said.params, count: silent.length }
    return [reviewers, { to: [openedBy], kind: 'idea.panelSlow', href: said.href, params }]
  })
}
