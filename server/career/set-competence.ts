import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { competenceLevels, competences } from '#db/schema/career'
import { levelWordings } from '#db/schema/level-wordings'
import { slugOf } from '#domain/career'
import { SetCompetence } from '#domain/competences'
import { notFound } from '#domain/refused'
import { command } from '#server/command'

const lockCompetence = async (tx: Tx, competenceId: string) => {
  const [found] = await tx.select().from(competences).where(eq(competences.id, competenceId)).for('update')
  if (!found) throw notFound()
  return found
}

/** Says what a competence is and how each of its levels shows. Words that stood before stay on record with the day they held until. */
export const setCompetence = command({
  verb: 'career.setCompetence',
  input: SetCompetence,
  output: z.object({ competenceId: z.uuid(), slug: z.string(), reworded: z.number() }),
  subject: async (tx, { competenceId }) => ({
    siteId: null,
    known: competenceId ? await lockCompetence(tx, competenceId) : undefined,
  }),
  readable: 'career.competences',
  audit: ({ result }) => ({
    kind: 'competence',
    id: result.competenceId,
    detail: { reworded: result.reworded },
  }),
  async run({ tx, actor, input: { title, cluster, levels }, subject: { known }, now, newId }) {
    const wanted = levels.map(({ behaviour }, index) => ({ level: index + 1, behaviour }))
    if (!known) {
      const id = newId()
      const short = slugOf(title, id)
      const taken = await tx.select().from(competences).where(eq(competences.slug, short))
      const slug = taken.length ? `${short}-${id.slice(-6)}` : short
      await tx.insert(competences).values({ id, slug, title, cluster, externalCodes: [], createdAt: now })
      await tx.insert(competenceLevels).values(wanted.map((one) => ({ ...one, competenceId: id })))
      return { competenceId: id, slug, reworded: 0 }
    }
    const { id: competenceId, slug } = known
    await tx.update(competences).set({ title, cluster }).where(eq(competences.id, competenceId))
    const before = await tx
      .select()
      .from(competenceLevels)
      .where(eq(competenceLevels.competenceId, competenceId))
    const changedBy = actor.kind === 'person' ? actor.personId : null
    const old = before.filter(({ level, behaviour }) => {
      const next = wanted.find((one) => one.level === level)?.behaviour
      return next && (next.uk !== behaviour.uk || next.en !== behaviour.en)
    })
    if (old.length)
      await tx
        .insert(levelWordings)
        .values(old.map((words) => ({ ...words, id: newId(), until: now, changedBy })))
    for (const { level, behaviour } of wanted)
      await tx
        .insert(competenceLevels)
        .values({ competenceId, level, behaviour })
        .onConflictDoUpdate({
          target: [competenceLevels.competenceId, competenceLevels.level],
          set: { behaviour },
        })
    return { competenceId, slug, reworded: old.length }
  },
})
