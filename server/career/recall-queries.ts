import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import type { Actor } from '#domain/access'
import { RecallQuestion, recallOf } from '#domain/recall'
import { isInformed } from '#server/career/informed-queries'
import { LadderPosition, loadPublished } from '#server/career/ladder-queries'
import {
  CatalogueCompetence,
  CatalogueTraining,
  loadCatalogue,
  loadStanding,
} from '#server/career/standing-queries'
import { targetsOf } from '#server/career/target-queries'
import { query } from '#server/query'

/** The question as it stands for the person today, with the right answer; the same for the page and for the mark. */
export async function askRecall(db: Reader, actor: Actor, now: Date) {
  const [person, ladder, catalogue] = [
    await loadStanding(db, actor, actor.personId, now),
    await loadPublished(db, actor.positionId),
    await loadCatalogue(db, now),
  ]
  if (!ladder || !person.positionId) return undefined
  const wishedId = person.intent?.targetId ?? null
  const known = {
    targets: targetsOf(ladder, person, catalogue, [wishedId]),
    positionIds: ladder.rungs.map(({ positionId }) => positionId),
    ownId: person.positionId,
    wishedId,
  }
  const { today } = person.standing
  return { ...recallOf(known, `${actor.personId}/${ladder.id}/${today}`), ladder, catalogue, today }
}

const Recall = z.object({
  versionId: z.uuid(),
  informed: z.boolean(),
  /** Answered today already, and not right: the next try is tomorrow. */
  answeredToday: z.boolean(),
  question: RecallQuestion,
  positions: z.array(LadderPosition),
  competences: z.array(CatalogueCompetence),
  trainings: z.array(CatalogueTraining),
})

/** The question for the reader; null where there is no ladder to know. */
export const recallQuestion = query({
  verb: 'career.recall',
  input: z.object({}),
  output: Recall.nullable(),
  async run({ db, actor, now }) {
    const asked = await askRecall(db, actor, now)
    if (!asked) return null
    const { rows } = await db.execute<{ informed: boolean; answeredToday: boolean }>(sql`
      select ${isInformed} as informed, exists (select from recall_answers r where r.person_id = ${actor.personId}
        and r.version_id = ${asked.ladder.id} and r.on_date = ${asked.today}::date) as "answeredToday"
      from current_employments e where e.person_id = ${actor.personId}`)
    const { informed = false, answeredToday = false } = rows[0] ?? {}
    const { id: versionId, rungs: positions } = asked.ladder
    return { versionId, informed, answeredToday, question: asked.question, positions, ...asked.catalogue }
  },
})
