/** After so many letters in a day the rest waits for the digest of the next morning. */
export const LETTERS_A_DAY = 3
/** What is older is not mailed any more: a mail server that comes back after a week must not flood anybody. */
export const MAIL_WITHIN_HOURS = 48
/** Nobody's telephone rings at night for what has waited anyway; the hour is the site's. */
const DIGEST_FROM = 8

type Waiting = {
  /** Letters of the site's day so far. */
  sentToday: number
  /** Something has waited since an earlier day of the site. */
  held: boolean
  hour: number
  oldestAt: Date
}

const MINUTE = 60_000

/**
 * Whether a person's letter is to be tried now. What was refused is tried each minute for ten minutes, then at the start of each ten
 * until it is too old.
 */
export function isLetterDue({ sentToday, held, hour, oldestAt }: Waiting, now: Date): boolean {
  if (sentToday >= LETTERS_A_DAY) return false
  if (held && hour < DIGEST_FROM) return false
  const isFresh = now.getTime() - oldestAt.getTime() < 10 * MINUTE
  return isFresh || now.getUTCMinutes() % 10 < 2
}
