import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { applications } from '#db/schema/openings'
import { moveKindOf, ReleasePerson } from '#domain/openings'
import { conflict } from '#domain/refused'
import { loadPublished } from '#server/career/ladder-queries'
import { lockApplication, ofPerson, refuseNotAccepted } from '#server/career/lock-opening-queries'
import { personDay } from '#server/career/site-day-queries'
import { command } from '#server/command'
import { movePerson } from '#server/people/move'
import { readAsEveryone } from '#server/reader'

/** The plan has got where it went, and the wish is fulfilled; both stay in the history. */
const closeWish = async (tx: Tx, personId: string, positionId: string, now: Date): Promise<void> => {
  await readAsEveryone(tx)
  await tx.execute(sql`
    update plans set state = 'achieved', closed_at = ${now}
    where person_id = ${personId} and target_id = ${positionId} and state in ('agreed', 'paused')`)
  await tx.execute(sql`
    update plans set state = 'dropped', closed_at = ${now}
    where person_id = ${personId} and target_id = ${positionId} and state = 'wish'`)
  await tx.execute(sql`
    update intents set ended_at = greatest(declared_at, ${now})
    where person_id = ${personId} and target_id = ${positionId} and ended_at is null`)
}

/** Whoever was accepted moves: one employment ends, the next begins, plan and wish are fulfilled, in one transaction. */
export const releasePerson = command({
  verb: 'career.release',
  input: ReleasePerson,
  output: z.object({ employmentId: z.uuid(), kind: z.enum(['up', 'across', 'out', 'back', 'hire']) }),
  subject: async (tx, { applicationId }) => ofPerson(await lockApplication(tx, applicationId)),
  readable: 'career.applications',
  audit: ({ input, subject, result }) => ({
    kind: 'opening',
    id: subject.application.openingId,
    detail: { applicationId: input.applicationId, move: result.kind },
  }),
  async run({ tx, actor, input, subject: { application }, now, newId }) {
    refuseNotAccepted(application)
    const { personId, positionId, fromPositionId } = application
    const ladder = await loadPublished(tx, positionId)
    const rungOf = (id: string | null) => ladder?.rungs.find((rung) => rung.positionId === id)
    const to = rungOf(positionId)
    if (!ladder || !to) throw conflict('notOnLadder')
    const named = moveKindOf(rungOf(fromPositionId), to, ladder.moves)
    const moved = await movePerson(
      actor,
      {
        personId,
        positionId,
        kind: named,
        siteId: application.openingSiteId,
        teamId: application.openingTeamId ?? undefined,
        startsOn: input.startsOn ?? application.releaseOn ?? (await personDay(tx, personId, now)),
      },
      { tx, now, newId },
    )
    // Somebody who has left since is hired anew.
    const kind = moved.kind === 'hire' ? ('hire' as const) : named
    await tx
      .update(applications)
      .set({ releasedAt: now, employmentId: moved.employmentId })
      .where(eq(applications.id, input.applicationId))
    await closeWish(tx, personId, positionId, now)
    return { employmentId: moved.employmentId, kind }
  },
})
