import { askWishesAgain } from '#server/jobs/ask-again'
import { checkPraise } from '#server/jobs/check-inflation'
import type { Post } from '#server/jobs/deliver-notices'
import { deliverNotices } from '#server/jobs/deliver-notices'
import { deliverWebhooks } from '#server/jobs/deliver-webhooks'
import { remindOfActions } from '#server/jobs/escalate-actions'
import { escalate } from '#server/jobs/escalate-ideas'
import { brewTea } from '#server/jobs/lay-tea'
import { planRotation } from '#server/jobs/plan-rotation'
import { purge } from '#server/jobs/purge'
import { reindex } from '#server/jobs/reindex-ideas'
import { remindOfEnds } from '#server/jobs/remind-of-expiry'
import { settleTraining } from '#server/jobs/settle-training'
import { shuffleAnonymous } from '#server/jobs/shuffle-anonymous'

export type Job = {
  /** Also the name of its queue. */
  name: string
  /** In UTC; a job that has to do with a site's day looks the day up itself. */
  cron: string
  /** `post` is there where a mail server is set. */
  run: (now: Date, post: Post | undefined) => Promise<void>
  /** Runs so often that only its failures are news. */
  quiet?: boolean
}

/** What happens by itself, and when. */
export const SCHEDULE: readonly Job[] = [
  { name: 'purge', cron: '23 2 * * *', run: purge },
  { name: 'notices.deliver', cron: '* * * * *', run: deliverNotices, quiet: true },
  { name: 'workplace.escalate', cron: '*/15 * * * *', run: remindOfActions },
  { name: 'workplace.tea', cron: '2 * * * *', run: brewTea, quiet: true },
  { name: 'ideas.escalate', cron: '30 5 * * *', run: escalate },
  { name: 'ideas.trackers', cron: '* * * * *', run: deliverWebhooks, quiet: true },
  { name: 'training.remind', cron: '10 4 * * *', run: remindOfEnds },
  { name: 'training.settle', cron: '*/10 * * * *', run: settleTraining, quiet: true },
  { name: 'career.askAgain', cron: '20 4 * * *', run: askWishesAgain },
  { name: 'anonymous.shuffle', cron: '*/10 * * * *', run: shuffleAnonymous, quiet: true },
  // Woken by whoever asks; by the clock it takes over what a worker left that is gone.
  { name: 'rotation.plan', cron: '* * * * *', run: planRotation, quiet: true },
  { name: 'recognition.inflation', cron: '40 3 2 * *', run: checkPraise },
  { name: 'ideas.reindex', cron: '*/10 * * * *', run: reindex, quiet: true },
]

export const QUEUES: readonly string[] = SCHEDULE.map((job) => job.name)
