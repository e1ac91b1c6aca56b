import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '#domain/refused'
import { RemoveEquipment } from '#domain/seating'
import { command } from '#server/command'
import { findSeat } from '#server/workplace/place-queries'

/** What was taken away or changed for another; the date stays in the seat's history. */
export const removeEquipment = command({
  verb: 'workplace.equip',
  input: RemoveEquipment,
  output: z.object({}),
  subject: async (tx, { equipmentId }, actor) => {
    const { rows } = await tx.execute<{ seat: string }>(sql`
      select workplace_id as seat from equipment where id = ${equipmentId} and until is null for update`)
    if (!rows[0]) throw notFound()
    return findSeat(tx, rows[0].seat, actor)
  },
  readable: 'workplace.seat',
  audit: ({ input }) => ({ kind: 'equipment', id: input.equipmentId }),
  async run({ tx, actor, input, now }) {
    await tx.execute(sql`
      update equipment set until = ${now}, removed_by = ${actor.personId} where id = ${input.equipmentId}`)
    return {}
  },
})
