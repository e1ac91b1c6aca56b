import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { shifts } from '#db/schema/rotation'
import { notFound } from '#domain/refused'
import { isLengthGood, shiftSpan } from '#domain/rotation/shifts'
import type { Context } from '#server/command'
import { spanOf } from '#server/moments'

export type TeamPlace = { teamId: string; siteId: string; timeZone: string }
/** A shift as it is to be, in minutes of the wall clock. */
export type WantedShift = { personId: string; onDate: string; from: number; to: number }
export type ShiftProblem = 'length' | 'overlap'

/** A team, locked against ending while its shifts are written. */
export async function lockShiftTeam(tx: Tx, teamId: string): Promise<TeamPlace> {
  const { rows } = await tx.execute<TeamPlace>(sql`
    select t.id as "teamId", t.site_id as "siteId", s.time_zone as "timeZone"
    from teams t join sites s on s.id = t.site_id where t.id = ${teamId} and t.ended_at is null for share of t`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

type Stored = { personId: string; from: number; to: number }

const loadAround = async (tx: Tx, wanted: readonly WantedShift[]): Promise<Stored[]> => {
  const dates = wanted.map(({ onDate }) => onDate).sort()
  const { rows } = await tx.execute<Stored>(sql`
    select person_id as "personId", (extract(epoch from lower(span)) * 1000)::float8 as "from", (extract(epoch from upper(span)) * 1000)::float8 as "to"
    from shifts where person_id = any(${sql.param([...new Set(wanted.map(({ personId }) => personId))])}::uuid[])
      and on_date between ${dates[0]}::date - 1 and ${dates.at(-1)}::date + 1`)
  return rows
}

/** What is wrong with each shift, by its place in the list; those that are there already to the minute are in `same`. */
export async function judgeShifts(tx: Tx, place: TeamPlace, wanted: readonly WantedShift[]) {
  const taken = wanted.length ? await loadAround(tx, wanted) : []
  const problems = new Map<number, ShiftProblem>()
  const same = new Set<number>()
  const spans = wanted.map(({ onDate, from, to }) => shiftSpan(onDate, from, to, place.timeZone))
  for (const [at, { personId }] of wanted.entries()) {
    const span = spans[at] as (typeof spans)[number]
    const [from, to] = [span.from.getTime(), span.to.getTime()]
    const theirs = taken.filter((one) => one.personId === personId)
    if (!isLengthGood(span)) problems.set(at, 'length')
    else if (theirs.some((one) => one.from === from && one.to === to)) same.add(at)
    else if (theirs.some((one) => one.from < to && from < one.to)) problems.set(at, 'overlap')
    else taken.push({ personId, from, to })
  }
  return { problems, same, spans }
}

/** Stores the shifts that are new; what is there already stays. */
export async function storeShifts(
  { tx, actor, now, newId }: Pick<Context, 'tx' | 'actor' | 'now' | 'newId'>,
  place: TeamPlace,
  wanted: readonly WantedShift[],
  { problems, same, spans }: Awaited<ReturnType<typeof judgeShifts>>,
): Promise<number> {
  const rows = wanted.flatMap(({ personId, onDate }, at) => {
    const span = spans[at]
    if (problems.has(at) || same.has(at) || !span) return []
    return [
      {
        id: newId(),
        personId,
        siteId: place.siteId,
        teamId: place.teamId,
        onDate,
        span: spanOf(span.from, span.to),
        createdBy: actor.kind === 'person' ? actor.personId : null,
        createdAt: now,
      },
    ]
  })
  for (let start = 0; start < rows.length; start += 1000)
    await tx.insert(shifts).values(rows.slice(start, start + 1000))
  return rows.length
}

/** Who of these people belongs to a team now. */
export async function membersOf(tx: Tx, teamId: string) {
  const { rows } = await tx.execute<{ personId: string; email: string; name: string }>(sql`
    select p.id as "personId", p.email, p.name from current_employments e join people p on p.id = e.person_id where e.team_id = ${teamId}`)
  return rows
}
