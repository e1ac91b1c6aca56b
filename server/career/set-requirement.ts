import type { SQL } from 'drizzle-orm'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { competenceLevels, competences } from '#db/schema/career'
import { requirements, rungs } from '#db/schema/ladders'
import { trainings } from '#db/schema/training'
import { SetRequirement } from '#domain/career'
import { invalid } from '#domain/refused'
import { countEdit, lockDraft } from '#server/career/version-queries'
import { command } from '#server/command'

type Wanted = z.output<typeof SetRequirement>

const sameThing = (wanted: Wanted): SQL | undefined => {
  const common = [
    eq(requirements.versionId, wanted.versionId),
    eq(requirements.positionId, wanted.positionId),
    eq(requirements.kind, wanted.kind),
  ]
  if (wanted.kind === 'competence') common.push(eq(requirements.competenceId, wanted.competenceId))
  if (wanted.kind === 'training') common.push(eq(requirements.trainingId, wanted.trainingId))
  if ('key' in wanted) common.push(eq(requirements.key, wanted.key))
  return and(...common)
}

const refuseUnknown = async (tx: Tx, wanted: Wanted): Promise<void> => {
  const [rung] = await tx
    .select({ id: rungs.positionId })
    .from(rungs)
    .where(and(eq(rungs.versionId, wanted.versionId), eq(rungs.positionId, wanted.positionId)))
  if (!rung) throw invalid('positionId', 'notOnLadder')
  if (wanted.kind === 'competence') {
    const [level] = await tx
      .select({ retiredAt: competences.retiredAt })
      .from(competenceLevels)
      .innerJoin(competences, eq(competences.id, competenceLevels.competenceId))
      .where(
        and(eq(competenceLevels.competenceId, wanted.competenceId), eq(competenceLevels.level, wanted.level)),
      )
    if (!level) throw invalid('level', 'levelWithoutWords')
    if (level.retiredAt) throw invalid('competenceId', 'retired')
  }
  if (wanted.kind === 'training') {
    const [training] = await tx
      .select({ retiredAt: trainings.retiredAt })
      .from(trainings)
      .where(eq(trainings.id, wanted.trainingId))
    if (!training || training.retiredAt) throw invalid('trainingId', 'retired')
  }
}

/** Puts a requirement into a draft; the same thing asked of the same position again replaces it. */
export const setRequirement = command({
  verb: 'career.setRequirement',
  input: SetRequirement,
  output: z.object({ requirementId: z.uuid(), edits: z.number() }),
  subject: async (tx, { versionId }) => {
    await lockDraft(tx, versionId)
    return {}
  },
  readable: 'career.ladder',
  audit: ({ input, result }) => ({
    kind: 'ladder',
    id: input.versionId,
    detail: { requirementId: result.requirementId, asks: input.kind, hard: input.hard },
  }),
  async run({ tx, input, newId }) {
    await refuseUnknown(tx, input)
    const [same] = await tx.select({ id: requirements.id }).from(requirements).where(sameThing(input))
    const requirementId = same?.id ?? newId()
    if (same)
      await tx
        .update(requirements)
        .set({ windowMonths: null, ...input })
        .where(eq(requirements.id, same.id))
    else await tx.insert(requirements).values({ ...input, id: requirementId })
    return { requirementId, edits: await countEdit(tx, input.versionId) }
  },
})
