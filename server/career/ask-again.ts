import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { intentReminders } from '#db/schema/growth'
import { command } from '#server/command'
import { readAsEveryone } from '#server/reader'

/** On the day that people named themselves, asks once whether they still want what they wanted; before it nobody asks. */
export const askAgain = command({
  verb: 'career.askAgain',
  input: z.object({}),
  output: z.object({ asked: z.number() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'intent', id: null, detail: { asked: result.asked } }),
  async run({ tx, now, notify }) {
    // Each is told of their own wish alone, so private ones count too.
    await readAsEveryone(tx)
    const { rows } = await tx.execute<{ intentId: string; personId: string }>(sql`
      select i.id as "intentId", i.person_id as "personId" from intents i
      join current_employments e on e.person_id = i.person_id join sites s on s.id = e.site_id
      where i.ended_at is null and i.ask_again_on <= (${now.toISOString()}::timestamptz at time zone s.time_zone)::date
        and not exists (select from intent_reminders r where r.intent_id = i.id)`)
    if (!rows.length) return { asked: 0 }
    const sent = await tx
      .insert(intentReminders)
      .values(rows.map(({ intentId }) => ({ intentId, sentAt: now })))
      .onConflictDoNothing()
      .returning({ id: intentReminders.intentId })
    const told = new Set(sent.map(({ id }) => id))
    const to = rows.filter(({ intentId }) => told.has(intentId)).map(({ personId }) => personId)
    notify({ to, kind: 'career.askAgain', href: '/career/path#intent' })
    return { asked: to.length }
  },
})
