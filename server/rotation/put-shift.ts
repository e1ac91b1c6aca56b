import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { shifts } from '#db/schema/rotation'
import { invalid, notFound } from '#domain/refused'
import { PutShift } from '#domain/rotation'
import { dateAt } from '#domain/site-time'
import { command } from '#server/command'
import { spanOf } from '#server/moments'

type Place = { personId: string; teamId: string | null; siteId: string; timeZone: string }

const findPlace = async (tx: Tx, personId: string) => {
  const { rows } = await tx.execute<Place>(sql`
    select e.person_id as "personId", e.team_id as "teamId", e.site_id as "siteId", s.time_zone as "timeZone"
    from current_employments e join sites s on s.id = e.site_id where e.person_id = ${personId}`)
  if (!rows[0]) throw notFound()
  return { ...rows[0], people: [] }
}

/** Gives a person a shift in their team; it belongs to the day on which it starts there. */
export const putShift = command({
  verb: 'rotation.putShift',
  input: PutShift,
  output: z.object({ shiftId: z.uuid() }),
  subject: (tx, { personId }) => findPlace(tx, personId),
  audit: ({ input, result }) => ({ kind: 'shift', id: result.shiftId, detail: { personId: input.personId } }),
  async run({ tx, actor, input, subject, now, newId }) {
    if (!subject.teamId) throw invalid('personId', 'rotation.noTeam')
    const shiftId = newId()
    await tx.insert(shifts).values({
      id: shiftId,
      personId: input.personId,
      siteId: subject.siteId,
      teamId: subject.teamId,
      onDate: dateAt(new Date(input.from), subject.timeZone),
      span: spanOf(input.from, input.to),
      createdBy: actor.kind === 'person' ? actor.personId : null,
      createdAt: now,
    })
    return { shiftId }
  },
})
