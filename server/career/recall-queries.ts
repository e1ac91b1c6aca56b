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
import type { Target } from '#server/career/target-queries'
import { targetsOf, waysTo } from '#server/career/target-queries'
import { query } from '#server/query'

const near = (targets: readonly Target[], wished: string | null) =>
  targets.find(({ position, move }) => position.positionId === wished && move)?.position.positionId ?? null

/** The question as it stands for the person today, with the right answer; the same for the page and for the mark. */
export async function askRecall(db: Reader, actor: Actor, now: Date) {
  const [person, ladder, catalogue] = [
    await loadStanding(db, actor, actor.personId, now),
    await loadPublished(db, actor.positionId),
    await loadCatalogue(db, now),
  ]
  if (!ladder || !person.positionId) return undefined
  const wished = person.intent?.targetId ?? null
  const positionIds = ladder.rungs.map(({ positionId }) => positionId)
  const all = targetsOf(ladder, person, catalogue, positionIds)
  const isNear = (target: Target) => target.move !== null || target.position.positionId === wished
  // To a far wish one goes by way of others: the first of them is next.
  const [way] = waysTo(ladder, person, catalogue, wished)
  const known = {
    targets: all.filter(isNear),
    positionIds,
    ownId: person.positionId,
    wishedId: way ? (way.legs[0]?.toId ?? null) : near(all, wished),
    elsewhere: all.filter((target) => !isNear(target)).flatMap(({ steps }) => steps),
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
