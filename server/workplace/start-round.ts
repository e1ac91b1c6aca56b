import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { inspections } from '#db/schema/inspections'
import { conflict, invalid, notFound } from '#domain/refused'
import { SCORING_RULE, seasonOf } from '#domain/scoring'
import { dateAt } from '#domain/site-time'
import { OFFLINE_DAYS, StartRound } from '#domain/workplace'
import { command } from '#server/command'
import { findRoom, findSeat, refuseInAlarm } from '#server/workplace/place-queries'
import { prefillRound } from '#server/workplace/prefill-round'

/** Begins a round of a seat or a room, or goes on with the one that the person has begun there. */
export const startRound = command({
  verb: 'workplace.startRound',
  input: StartRound.refine((input) => Boolean(input.workplaceId) !== Boolean(input.roomId), {
    path: ['roomId'],
    message: 'wrong',
  }),
  output: z.object({ inspectionId: z.uuid() }),
  subject: (tx, { workplaceId, roomId }, actor) =>
    workplaceId ? findSeat(tx, workplaceId, actor) : findRoom(tx, roomId as string, actor),
  audit: ({ input, result }) => ({
    kind: 'inspection',
    id: result.inspectionId,
    detail: { checklistId: input.checklistId },
  }),
  async run({ tx, actor, input, subject: place, now, newId }) {
    // What a phone began without a connection is taken in, whatever goes on meanwhile.
    if (!input.startedAt) await refuseInAlarm(tx, place.siteId)
    const found = await tx.execute<{ id: string; kind: string }>(sql`
      select v.id, c.kind from checklists c join checklist_versions v on v.checklist_id = c.id
      where c.id = ${input.checklistId} and ${input.versionId ? sql`v.id = ${input.versionId} and v.status <> 'draft'` : sql`v.status = 'published'`}`)
    const version = found.rows[0]
    if (!version || version.kind === 'decision') throw notFound()
    if (version.kind === 'self-check' && !place.workplaceId) throw invalid('workplaceId', 'required')
    const { rows } = await tx.execute<{ id: string; mine: boolean }>(sql`
      select id, started_by = ${actor.personId} as mine from inspections
      where id = ${input.id ?? null}::uuid or (${!input.id} and version_id = ${version.id} and room_id = ${place.roomId}
        and workplace_id is not distinct from ${place.workplaceId}::uuid and started_by = ${actor.personId} and status = 'in-progress')`)
    if (rows.some((row) => !row.mine)) throw conflict('reason.conflict')
    if (rows[0]) return { inspectionId: rows[0].id }
    const inspectionId = input.id ?? newId()
    const startedAt = input.startedAt ? new Date(input.startedAt) : now
    if (startedAt > now || now.getTime() - startedAt.getTime() > OFFLINE_DAYS * 86_400_000)
      throw invalid('startedAt', 'wrong')
    await tx.insert(inspections).values({
      id: inspectionId,
      versionId: version.id,
      roomId: place.roomId,
      workplaceId: place.workplaceId,
      status: 'in-progress',
      season: seasonOf(Number(dateAt(startedAt, place.timeZone).slice(5, 7))),
      startedAt,
      startedBy: actor.personId,
      receivedAt: now,
      scoringRule: SCORING_RULE,
    })
    if (!input.startedAt) await prefillRound({ tx, actor, now, newId }, inspectionId)
    return { inspectionId }
  },
})
