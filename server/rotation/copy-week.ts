import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { conflict, invalid } from '#domain/refused'
import { CopyWeek } from '#domain/rotation/shifts'
import { addDays, dateAt, minuteAt, weekOf } from '#domain/site-time'
import { command } from '#server/command'
import { judgeShifts, lockShiftTeam, membersOf, storeShifts } from '#server/rotation/store-shifts'

/** Repeats a week of a team's shifts in later weeks, by the wall clock; whoever left the team or works then already is left out. */
export const copyWeek = command({
  verb: 'rotation.copyWeek',
  input: CopyWeek,
  output: z.object({ added: z.number(), left: z.number() }),
  subject: (tx, { teamId }) => lockShiftTeam(tx, teamId),
  audit: ({ input, result }) => ({
    kind: 'team',
    id: input.teamId,
    detail: { fromWeek: input.fromWeek, shifts: result.added },
  }),
  async run(context) {
    const { tx, input, subject: place } = context
    const source = weekOf(input.fromWeek)
    const [first = input.toWeek] = weekOf(input.toWeek)
    if (first <= (source[0] ?? '')) throw invalid('toWeek', 'rotation.laterWeek')
    const { rows } = await tx.execute<{ personId: string; onDate: string; from: string; to: string }>(sql`
      select person_id as "personId", on_date::text as "onDate", to_json(lower(span)) #>> '{}' as "from", to_json(upper(span)) #>> '{}' as "to"
      from shifts where team_id = ${input.teamId} and on_date between ${source[0]} and ${source[6]}`)
    const members = new Set((await membersOf(tx, input.teamId)).map(({ personId }) => personId))
    const here = rows.filter(({ personId }) => members.has(personId))
    if (!here.length) throw conflict('rotation.noShiftsToCopy')
    const minute = (moment: string) => minuteAt(new Date(moment), place.timeZone)
    const wanted = Array.from({ length: input.weeks }, (_, week) => week).flatMap((week) =>
      here.map(({ personId, onDate, from, to }) => ({
        personId,
        onDate: addDays(first, 7 * week + source.indexOf(dateAt(new Date(`${onDate}T12:00:00Z`), 'UTC'))),
        from: minute(from),
        to: minute(to),
      })),
    )
    const judged = await judgeShifts(tx, place, wanted)
    const added = await storeShifts(context, place, wanted, judged)
    return { added, left: wanted.length - added }
  },
})
