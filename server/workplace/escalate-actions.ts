import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { atMost } from '#server/at-most'
import { command } from '#server/command'

const BATCH = 500

type Late = {
  id: string
  place: string
  step: 'half' | 'overdue'
  assigneeId: string | null
  above: string[]
}

/** Open actions whose half time or deadline went by and of which nobody was told yet, with those who answer for the place. */
const findLate = async (tx: Tx, now: Date): Promise<Late[]> => {
  const { rows } = await tx.execute<Late>(sql`
    select a.id, coalesce(w.code, r.code) as place, s.step, a.assignee_id as "assigneeId",
      array(select g.person_id::text from current_grants g
        where g.role = 'head' and g.site_id = r.site_id
          or g.role = 'supervisor' and g.team_id in (
            select ce.team_id from current_seats cs join current_employments ce on ce.person_id = cs.person_id
            where cs.workplace_id = a.workplace_id)) as above
    from actions a join rooms r on r.id = a.room_id left join workplaces w on w.id = a.workplace_id
    cross join lateral (select case when a.due_at <= ${now} then 'overdue' else 'half' end as step) s
    where a.status in ('open', 'in-progress') and a.opened_at + (a.due_at - a.opened_at) / 2 <= ${now}
      and not exists (select from site_alarms z where z.site_id = r.site_id and z.ended_at is null)
      and not exists (select from action_events e where e.action_id = a.id and e.kind in (s.step, 'overdue'))
    order by a.due_at ${atMost(BATCH)} for update of a skip locked`)
  return rows
}

/** At half time whoever mends is reminded; at the deadline it goes up the line. Each step once: its event is its memory. */
export const escalateActions = command({
  verb: 'workplace.escalate',
  input: z.object({}),
  output: z.object({ told: z.number() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'action', id: null, detail: { told: result.told } }),
  async run({ tx, now, newId, notify }) {
    const late = await findLate(tx, now)
    for (const { id, place, step, assigneeId, above } of late) {
      await tx.execute(sql`
        insert into action_events (id, action_id, kind, at) values (${newId()}, ${id}, ${step}, ${now})`)
      const kind = step === 'half' ? ('workplace.actionHalf' as const) : ('workplace.actionOverdue' as const)
      const to = step === 'half' ? [assigneeId] : [assigneeId, ...above]
      notify({ to, kind, params: { place }, href: '/workplace/actions' })
    }
    return { told: late.length }
  },
})
