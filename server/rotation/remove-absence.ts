import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { absences } from '#db/schema/rotation'
import { notFound } from '#domain/refused'
import { RemoveAbsence } from '#domain/rotation/shifts'
import { command } from '#server/command'

const lockAbsence = async (tx: Tx, absenceId: string) => {
  const { rows } = await tx.execute<{ teamId: string | null; siteId: string | null }>(sql`
    select e.team_id as "teamId", e.site_id as "siteId" from absences a
    left join current_employments e on e.person_id = a.person_id where a.id = ${absenceId} for update of a`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Takes an absence back: the person comes after all. */
export const removeAbsence = command({
  verb: 'rotation.removeAbsence',
  input: RemoveAbsence,
  output: z.object({}),
  subject: (tx, { absenceId }) => lockAbsence(tx, absenceId),
  audit: ({ input }) => ({ kind: 'absence', id: input.absenceId }),
  async run({ tx, input }) {
    await tx.delete(absences).where(eq(absences.id, input.absenceId))
    return {}
  },
})
