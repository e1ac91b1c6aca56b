import { z } from 'zod'
import { faults } from '#db/schema/actions'
import { faultSeverity, ReportFault } from '#domain/workplace'
import { command } from '#server/command'
import { actionsAt } from '#server/workplace/open-actions'
import { addActionPhotos } from '#server/workplace/photo-queries'
import { findOwnSeat, findSeat } from '#server/workplace/place-queries'

/** Says what is broken at a seat, one's own unless another is named; the action shows what becomes of it. */
export const reportFault = command({
  verb: 'workplace.reportFault',
  input: ReportFault,
  output: z.object({ faultId: z.uuid(), actionId: z.uuid(), repeated: z.boolean() }),
  subject: (tx, { workplaceId }, actor) =>
    workplaceId ? findSeat(tx, workplaceId, actor) : findOwnSeat(tx, actor),
  audit: ({ input, subject, result }) => ({
    kind: 'action',
    id: result.actionId,
    detail: { fault: input.kind, workplaceId: subject.workplaceId },
  }),
  async run({ tx, actor, input, subject: seat, now, newId, notify }) {
    const open = await actionsAt({ tx, now, newId, personId: actor.personId }, seat)
    const wanted = {
      itemKey: `fault_${input.kind}`,
      severity: faultSeverity(input.kind),
      inspectionId: null,
      itemId: null,
    }
    const { actionId, created, assigneeId } = await open(wanted)
    const faultId = newId()
    await tx.insert(faults).values({
      id: faultId,
      workplaceId: seat.workplaceId as string,
      reportedBy: actor.personId,
      kind: input.kind,
      note: input.note || null,
      reportedAt: now,
      actionId,
    })
    await addActionPhotos({ tx, actor, now, actionId, fileIds: input.fileIds, shows: 'fault' })
    const params = { place: seat.code, count: 1 }
    if (created)
      notify({ to: [assigneeId], kind: 'workplace.actionOpened', params, href: '/workplace/actions' })
    return { faultId, actionId, repeated: !created }
  },
})
