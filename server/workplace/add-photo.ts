import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { answerPhotos, answers } from '#db/schema/inspections'
import { conflict, invalid } from '#domain/refused'
import { AddPhoto } from '#domain/workplace'
import { takeFiles } from '#server/attached-files'
import { command } from '#server/command'
import { lockRound } from '#server/workplace/round-queries'

/** Hangs an uploaded photo up at a question of a round; sent again it changes nothing. A question that asks for a photo is so answered. */
export const addPhoto = command({
  verb: 'workplace.addPhoto',
  input: AddPhoto,
  output: z.object({ fileId: z.uuid() }),
  subject: (tx, { inspectionId }, actor) => lockRound(tx, inspectionId, actor, 'share'),
  audit: ({ input }) => ({ kind: 'inspection', id: input.inspectionId, detail: { fileId: input.fileId } }),
  async run({ tx, actor, input, subject: round, now }) {
    const { fileId, itemId } = input
    const [known] = await tx.select().from(answerPhotos).where(eq(answerPhotos.fileId, fileId))
    if (known?.inspectionId === round.id) return { fileId }
    if (round.status !== 'in-progress' && round.status !== 'returned')
      throw conflict('constraint.answers_closed')
    const { rows } = await tx.execute<{ type: string }>(
      sql`select type from checklist_items where id = ${itemId} and version_id = ${round.versionId}`,
    )
    if (!rows[0]) throw invalid('itemId', 'wrong')
    await takeFiles({ tx, actor, now, room: 'workplace', fileIds: [fileId] })
    const place = { inspectionId: round.id, versionId: round.versionId, itemId }
    await tx.insert(answerPhotos).values({ fileId, ...place, addedAt: now, addedBy: actor.personId })
    if (rows[0].type === 'photo') {
      const said = { state: 'answered', answeredBy: actor.personId, answeredAt: now }
      await tx
        .insert(answers)
        .values({ ...place, ...said })
        .onConflictDoNothing()
    }
    return { fileId }
  },
})
