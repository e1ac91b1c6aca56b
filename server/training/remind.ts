import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { expiryReminders } from '#db/schema/training-days'
import { REMINDER_DAYS } from '#domain/training'
import { command } from '#server/command'

type Ending = { completionId: string; personId: string; slug: string; left: number; days: number }

/** Tells people that a pass of theirs ends in 90, 60, 30 or 7 days, each once, unless they are on the way to renew it. */
export const remindOfExpiry = command({
  verb: 'training.remind',
  input: z.object({}),
  output: z.object({ reminded: z.number() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'completions', id: null, detail: { reminded: result.reminded } }),
  async run({ tx, now, notify }) {
    const at = sql`${now.toISOString()}::timestamptz`
    const { rows } = await tx.execute<Ending>(sql`
      select c.id as "completionId", c.person_id as "personId", coalesce(y.slug, t.slug) as slug, d.left, min(r.days)::int as days
      from completions c join held_trainings h on h.person_id = c.person_id and h.training_id = c.training_id
        and h.valid_until = c.valid_until
      join trainings t on t.id = c.training_id and t.retired_at is null
      left join trainings y on y.id = t.renewed_by_id and y.retired_at is null
      join current_employments e on e.person_id = c.person_id join sites s on s.id = e.site_id
      cross join lateral (select c.valid_until - (${at} at time zone s.time_zone)::date as left) d
      join unnest(${sql.param([...REMINDER_DAYS])}::int[]) as r (days) on d.left between 0 and r.days
      where not exists (select from enrolments n where n.person_id = c.person_id and n.training_id in (t.id, y.id)
          and n.state in ('waitlisted', 'booked', 'attended'))
      group by c.id, t.slug, y.slug, d.left
      having not exists (select from expiry_reminders x where x.completion_id = c.id and x.days <= min(r.days))`)
    if (rows.length) {
      const sent = rows.map(({ completionId, days }) => ({ completionId, days, sentAt: now }))
      await tx.insert(expiryReminders).values(sent).onConflictDoNothing()
    }
    for (const { personId, slug, left } of rows)
      notify({ to: [personId], kind: 'training.expiring', params: { days: left }, href: `/training/${slug}` })
    return { reminded: rows.length }
  },
})
