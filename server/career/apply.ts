import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { applications } from '#db/schema/openings'
import { Apply } from '#domain/openings'
import { conflict } from '#domain/refused'
import { loadPublished } from '#server/career/ladder-queries'
import { lockOpening } from '#server/career/lock-opening-queries'
import { leaderOf } from '#server/career/plan-queries'
import { loadCatalogue, loadStanding } from '#server/career/standing-queries'
import { targetsOf } from '#server/career/target-queries'
import { byActor, command } from '#server/command'

/** Applies at one press. What the person has and what is asked today is kept with the application for ever. */
export const applyForOpening = command({
  verb: 'career.apply',
  input: Apply,
  output: z.object({ applicationId: z.uuid(), ready: z.boolean() }),
  subject: async (tx, input, actor) => ({
    ...byActor(tx, input, actor),
    opening: await lockOpening(tx, input.openingId),
  }),
  audit: ({ input, result }) => ({
    kind: 'opening',
    id: input.openingId,
    detail: { applicationId: result.applicationId, ready: result.ready },
  }),
  async run({ tx, actor, input, subject: { opening }, now, newId, notify }) {
    const person = await loadStanding(tx, actor, actor.personId, now)
    const { today } = person.standing
    if (opening.cancelledAt) throw conflict('openingCancelled')
    if (today < opening.opensOn) throw conflict('openingNotYet')
    if (today > opening.closesOn) throw conflict('openingClosed')
    if (person.positionId === opening.positionId) throw conflict('alreadyThere')
    const ladder = await loadPublished(tx, opening.positionId)
    const catalogue = await loadCatalogue(tx, now)
    const target = ladder
      ? targetsOf(ladder, person, catalogue, [opening.positionId]).find(
          ({ position }) => position.positionId === opening.positionId,
        )
      : undefined
    const applicationId = newId()
    await tx.insert(applications).values({
      id: applicationId,
      openingId: input.openingId,
      personId: actor.personId,
      state: 'submitted',
      appliedAt: now,
      versionId: ladder?.id ?? null,
      ready: target?.ready ?? false,
      snapshot: target?.checks ?? [],
    })
    const { rows } = await tx.execute<{ id: string | null }>(
      sql`select ${leaderOf(sql`${actor.personId}::uuid`)} as id`,
    )
    const href = `/career/openings/${input.openingId}`
    notify({ to: [opening.openedBy, rows[0]?.id], kind: 'career.applied', href })
    return { applicationId, ready: target?.ready ?? false }
  },
})
