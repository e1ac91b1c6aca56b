import { sql } from 'drizzle-orm'
import { db } from '#db/client'
import { environment } from '#db/environment'
import { RETRY_MINUTES } from '#domain/idea-webhooks'
import { atMost } from '#server/at-most'
import { postWebhook } from '#server/channels/webhook'

type Due = {
  id: string
  url: string
  secret: string
  payload: Record<string, unknown>
  attempts: number
}

const AT_ONCE = 10

/** Counts the attempt before it is made: another worker passes over it, and one that dies has tried. */
const takeDue = async (now: Date): Promise<Due[]> => {
  const at = sql`${now.toISOString()}::timestamptz`
  const { rows } = await db.execute<Due>(sql`
    update idea_deliveries d set attempts = d.attempts + 1,
      next_at = ${at} + make_interval(mins => (${sql.param([...RETRY_MINUTES])}::int[])[least(d.attempts + 1, ${RETRY_MINUTES.length})])
    from idea_webhooks w
    where w.id = d.webhook_id and d.id in (
      select id from idea_deliveries where next_at <= ${at} and delivered_at is null and given_up_at is null
      order by next_at ${atMost(AT_ONCE)} for update skip locked)
    returning d.id, w.url, w.secret, d.payload, d.attempts`)
  return rows
}

const deliver = async (due: Due, now: Date): Promise<void> => {
  const { status, fault } = await postWebhook(due, environment().webhookPrivateHosts, new Date())
  const taken = status !== undefined && status >= 200 && status < 300
  const over = !taken && due.attempts > RETRY_MINUTES.length
  const at = (yes: boolean) => (yes ? sql`${now.toISOString()}::timestamptz` : sql`null`)
  await db.execute(sql`
    update idea_deliveries set status = ${status ?? null}, fault = ${fault ?? null}, delivered_at = ${at(taken)}, given_up_at = ${at(over)}
    where id = ${due.id} and delivered_at is null and given_up_at is null`)
}

/** Tells trackers what became of ideas; what one did not take is tried again, further and further apart, for a day and a half. */
export async function deliverWebhooks(now: Date): Promise<void> {
  for (let due = await takeDue(now); due.length; due = await takeDue(now)) {
    await Promise.all(due.map((one) => deliver(one, now)))
  }
}
