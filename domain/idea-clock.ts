import type { WorkingCalendar } from '#domain/working-days'
import { addWorkingDays } from '#domain/working-days'

type Terms = { ackDays: number; decideDays: number }
/** When an idea sent on a day is to be acknowledged and decided: its area's terms in working days of the site. */
export const dueDays = (calendar: WorkingCalendar, submittedOn: string, { ackDays, decideDays }: Terms) => ({
  ackDue: addWorkingDays(calendar, submittedOn, ackDays),
  decideDue: addWorkingDays(calendar, submittedOn, decideDays),
})

/** Calendar days that questions to the author may stop the clock for, all together. */
export const LONGEST_PAUSE = 7

/** Working days past the day after which «overdue» stands on an idea for everybody, and the head of the centre hears. */
export const OVERDUE_DAYS = 3

const STAGES = ['soon', 'due', 'late', 'overdue'] as const
type Stage = (typeof STAGES)[number]

export type Told = 'owner' | 'backup' | 'group-head' | 'head'

/** Who is told: the owner a day before, the backup on the day, the head of the group a day after it, the head of the centre after three. */
export const REMINDED: Record<Stage, readonly Told[]> = {
  soon: ['owner'],
  due: ['owner', 'backup'],
  late: ['owner', 'backup', 'group-head'],
  overdue: ['owner', 'backup', 'group-head', 'head'],
}

/** The stage of so many working days left; undefined while nobody is to be told. */
export function stageAt(days: number): Stage | undefined {
  if (days > 1) return undefined
  if (days === 1) return 'soon'
  if (days === 0) return 'due'
  return days <= -OVERDUE_DAYS ? 'overdue' : 'late'
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
