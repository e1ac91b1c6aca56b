import { sql } from 'drizzle-orm'
import { teaRounds } from '#db/schema/workplace'
import { addDays, dateAt, momentAt } from '#domain/site-time'
import type { Context } from '#server/command'

type Plan = { id: string; roomId: string; minute: number; weekdays: number[]; timeZone: string }

const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7

/** Makes the rounds of today and tomorrow of the plans in force, by the clock of each site; those already there stay. */
export async function layTeaRounds(
  { tx, now, newId }: Pick<Context, 'tx' | 'now' | 'newId'>,
  which = sql`true`,
): Promise<number> {
  const { rows } = await tx.execute<Plan>(sql`
    select p.id, p.room_id as "roomId", p.minute, p.weekdays, s.time_zone as "timeZone"
    from tea_plans p join rooms r on r.id = p.room_id and r.retired_at is null join sites s on s.id = r.site_id
    where p.ended_at is null and ${which}`)
  const wanted = rows.flatMap(({ id: planId, roomId, minute, weekdays, timeZone }) => {
    const today = dateAt(now, timeZone)
    return [today, addDays(today, 1)].flatMap((onDate) => {
      const plannedAt = momentAt(onDate, minute, timeZone)
      if (!weekdays.includes(weekdayOf(onDate)) || plannedAt <= now) return []
      return [{ id: newId(), planId, roomId, onDate, plannedAt, createdAt: now }]
    })
  })
  if (!wanted.length) return 0
  const made = await tx.insert(teaRounds).values(wanted).onConflictDoNothing().returning({ id: teaRounds.id })
  return made.length
}
