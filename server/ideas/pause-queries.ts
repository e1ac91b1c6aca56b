import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { LONGEST_PAUSE } from '#domain/idea-clock'
import type { LockedIdea } from '#server/ideas/lock-queries'

type Asked = Pick<LockedIdea, 'id' | 'siteId' | 'today'>

/**
 * Stops the clock of the decision while the author is asked. The day moves at once by all that questions may still take, so that a
 * pause nobody ends costs no more.
 */
export const startPause = (tx: Tx, { id, siteId, today }: Asked) =>
  tx.execute(sql`
    update ideas set paused_on = ${today}::date, asked_due = decide_due, decide_due = add_working_days(${siteId}, decide_due,
      working_days_between(${siteId}, ${today}::date, ${today}::date + (${LONGEST_PAUSE} - paused_days)))
    where id = ${id} and paused_on is null and paused_days < ${LONGEST_PAUSE} and decision_reply_id is null`)

/** The author has answered, or nobody waits for it any more: the day is what it was and the days that the question really took. */
export const endPause = (tx: Tx, { id, siteId, today }: Asked) =>
  tx.execute(sql`
    update ideas set paused_on = null, asked_due = null,
      paused_days = least(${LONGEST_PAUSE}, paused_days + (${today}::date - paused_on)),
      decide_due = add_working_days(${siteId}, asked_due,
        working_days_between(${siteId}, paused_on, least(${today}::date, paused_on + (${LONGEST_PAUSE} - paused_days))))
    where id = ${id} and paused_on is not null`)
