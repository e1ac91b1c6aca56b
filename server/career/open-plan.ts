import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { plans } from '#db/schema/plans'
import { OpenPlan } from '#domain/plans'
import { invalid } from '#domain/refused'
import { leaderOf, mentorOf } from '#server/career/plan-queries'
import { personDay } from '#server/career/site-day-queries'
import { byActor, command } from '#server/command'
import { readAs } from '#server/reader'

type Around = { versionId: string | null; mentorId: string | null; leaderId: string | null }

const lookAround = async (tx: Tx, personId: string, targetId: string) => {
  const { rows } = await tx.execute<Around>(sql`
    select ${mentorOf(sql`${personId}::uuid`)} as "mentorId", ${leaderOf(sql`${personId}::uuid`)} as "leaderId",
      (select v.id from published_versions v join rungs r on r.version_id = v.id and r.position_id = ${targetId}
        order by v.published_at limit 1) as "versionId"`)
  return rows[0] as Around
}

/** Begins a plan towards a position, as a wish; it is agreed when the companion says so. */
export const openPlan = command({
  verb: 'career.openPlan',
  input: OpenPlan,
  output: z.object({ planId: z.uuid() }),
  subject: byActor,
  // Where somebody wants to go may be private: the audit keeps that there is a plan, not to what.
  audit: ({ result }) => ({ kind: 'plan', id: result.planId }),
  async run({ tx, actor, input, now, newId, notify }) {
    await readAs(tx, actor)
    const { targetId, visibility, targetOn } = input
    const around = await lookAround(tx, actor.personId, targetId)
    if (!around.versionId) throw invalid('targetId', 'notOnLadder')
    if (targetId === actor.positionId) throw invalid('targetId', 'alreadyThere')
    if (targetOn && targetOn <= (await personDay(tx, actor.personId, now)))
      throw invalid('targetOn', 'dateAhead')
    const near = [around.mentorId, around.leaderId]
    if (input.companionId && !near.includes(input.companionId)) throw invalid('companionId', 'companionNear')
    const given = input.companionId ?? around.mentorId ?? around.leaderId
    const companionId = visibility === 'private' ? null : given
    const planId = newId()
    await tx.insert(plans).values({
      id: planId,
      personId: actor.personId,
      targetId,
      versionId: around.versionId,
      state: 'wish',
      visibility,
      companionId,
      targetOn: targetOn ?? null,
      openedAt: now,
    })
    notify({ to: [companionId], kind: 'career.planOpened', href: `/career/team/${actor.personId}` })
    return { planId }
  },
})
