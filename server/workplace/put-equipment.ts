import { z } from 'zod'
import { equipment } from '#db/schema/readings'
import { PutEquipment } from '#domain/seating'
import { command } from '#server/command'
import { findSeat } from '#server/workplace/place-queries'

/** What stands at a seat since today: a headset, a chair, a computer. */
export const putEquipment = command({
  verb: 'workplace.equip',
  input: PutEquipment,
  output: z.object({ equipmentId: z.uuid() }),
  subject: (tx, { workplaceId }, actor) => findSeat(tx, workplaceId, actor),
  readable: 'workplace.seat',
  audit: ({ input, result }) => ({
    kind: 'equipment',
    id: result.equipmentId,
    detail: { workplaceId: input.workplaceId, kind: input.kind },
  }),
  async run({ tx, actor, input, now, newId }) {
    const id = newId()
    const { workplaceId, kind, name } = input
    await tx.insert(equipment).values({ id, workplaceId, kind, name, since: now, putBy: actor.personId })
    return { equipmentId: id }
  },
})
