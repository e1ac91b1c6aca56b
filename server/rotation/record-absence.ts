import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { absences } from '#db/schema/rotation'
import { invalid, notFound } from '#domain/refused'
import { minutesOf, RecordAbsence } from '#domain/rotation/shifts'
import { addDays, momentAt } from '#domain/site-time'
import { command } from '#server/command'
import { spanOf } from '#server/moments'

const findPerson = async (tx: Tx, personId: string) => {
  const { rows } = await tx.execute<{ teamId: string | null; siteId: string; timeZone: string }>(sql`
    select e.team_id as "teamId", e.site_id as "siteId", s.time_zone as "timeZone"
    from current_employments e join sites s on s.id = e.site_id where e.person_id = ${personId}`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

const minute = (text: string | undefined, field: string): number | undefined => {
  if (!text) return undefined
  const minutes = minutesOf(text)
  if (minutes === undefined) throw invalid(field, 'wrong')
  return minutes
}

/** The same absence, where it was written down before: two who send it at once take turns. */
const findSame = async (tx: Tx, personId: string, span: string): Promise<string | undefined> => {
  await tx.execute(sql`select 1 from people where id = ${personId} for no key update`)
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from absences where person_id = ${personId} and span = ${span}::tstzrange`,
  )
  return rows[0]?.id
}

/** Somebody is away: whole days, or from a time on the first to a time on the last. Says which published days it touches. */
export const recordAbsence = command({
  verb: 'rotation.recordAbsence',
  input: RecordAbsence,
  output: z.object({ absenceId: z.uuid(), days: z.array(z.string()) }),
  subject: (tx, { personId }) => findPerson(tx, personId),
  audit: ({ input, result }) => ({
    kind: 'absence',
    id: result.absenceId,
    detail: { personId: input.personId },
  }),
  async run({ tx, actor, input, subject, now, newId }) {
    const { timeZone } = subject
    const from = momentAt(input.fromDate, minute(input.starts, 'starts') ?? 0, timeZone)
    const ends = minute(input.ends, 'ends')
    const to = ends ? momentAt(input.toDate, ends, timeZone) : momentAt(addDays(input.toDate, 1), 0, timeZone)
    if (to <= from) throw invalid('ends', 'endsBeforeStart')
    const { personId } = input
    const same = await findSame(tx, personId, spanOf(from, to))
    const absenceId = same ?? newId()
    const recordedBy = actor.kind === 'person' ? actor.personId : null
    const row = { id: absenceId, personId, span: spanOf(from, to), recordedBy, createdAt: now }
    if (!same) await tx.insert(absences).values(row)
    const { rows } = await tx.execute<{ day: string }>(sql`
      select distinct s.on_date::text as day from shifts s join blocks b on b.shift_id = s.id
      where s.person_id = ${input.personId} and b.plan_status = 'published' and b.withdrawn_in is null
        and b.span && ${spanOf(from, to)}::tstzrange order by day`)
    return { absenceId, days: rows.map(({ day }) => day) }
  },
})
