const DAY = 86_400_000

/** A day so many days later; both as `YYYY-MM-DD`. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Whole days from one day to another; negative where the other is past. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)

type Terms = { ackDays: number; decideDays: number }
/** An idea as the clock sees it. */
export type Timed = { ackDue: string; decideDue: string; heard: boolean; decided: boolean }

/** When an idea sent on a day is to be acknowledged and decided, by its area's terms in calendar days. */
export const dueDays = (submittedOn: string, { ackDays, decideDays }: Terms) => ({
  ackDue: daysAfter(submittedOn, ackDays),
  decideDue: daysAfter(submittedOn, decideDays),
})

export type Clock = {
  /** What is waited for: somebody to say that it is read, or a decision. */
  waits: 'ack' | 'decision'
  due: string
  /** Days left; 0 is today, negative is late. */
  days: number
}

/** What the idea waits for and how long; undefined where it was decided. Late or not, an open one always waits. */
export function clockOf(idea: Timed, today: string): Clock | undefined {
  if (idea.decided) return undefined
  const waits = idea.heard ? 'decision' : 'ack'
  const due = idea.heard ? idea.decideDue : idea.ackDue
  return { waits, due, days: daysBetween(today, due) }
}

export const REMINDER_STEPS = [
  'ack-soon',
  'ack-due',
  'ack-late',
  'decide-soon',
  'decide-due',
  'decide-late',
] as const
export type ReminderStep = (typeof REMINDER_STEPS)[number]

/** Who is told of a step: the owner a day before and on the day, from the day on the backup too. */
export const REMINDED: Record<ReminderStep, readonly ('owner' | 'backup')[]> = {
  'ack-soon': ['owner'],
  'ack-due': ['owner', 'backup'],
  'ack-late': ['owner', 'backup'],
  'decide-soon': ['owner'],
  'decide-due': ['owner', 'backup'],
  'decide-late': ['owner', 'backup'],
}

/** The step that the clock stands at today, if somebody is to be told: the day before, the day, and once when it is late. */
export function reminderAt(idea: Timed, today: string): ReminderStep | undefined {
  const clock = clockOf(idea, today)
  if (!clock || clock.days > 1) return undefined
  const stage = clock.waits === 'ack' ? 'ack' : 'decide'
  if (clock.days < 0) return `${stage}-late`
  return clock.days === 0 ? `${stage}-due` : `${stage}-soon`
}

/** Share of ideas answered in time among those whose day has come or that were answered; an open late one is a miss. */
export function attainment(
  answers: readonly { due: string; answeredOn: string | null }[],
  today: string,
): number | null {
  const counted = answers.filter(({ due, answeredOn }) => answeredOn !== null || due < today)
  if (!counted.length) return null
  return (
    counted.filter(({ due, answeredOn }) => answeredOn !== null && answeredOn <= due).length / counted.length
  )
}
