import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { trainings } from '#db/schema/training'
import { trainingAssignments } from '#db/schema/training-days'
import { conflict, invalid, notFound } from '#domain/refused'
import { dateAt } from '#domain/site-time'
import { AssignTraining } from '#domain/training-team'
import { command } from '#server/command'
import { timeZoneOf } from '#server/training/day-queries'

/** Asks people of one team to take a training by a day. Whoever has it assigned gets the new day. */
export const assignTraining = command({
  verb: 'training.assign',
  input: AssignTraining,
  output: z.object({ assigned: z.number() }),
  subject: async (tx, { teamId, personIds }) => {
    const { rows } = await tx.execute<{ site: string; count: number }>(sql`
      select t.site_id as site, (select count(*)::int from current_employments e
        where e.team_id = t.id and e.person_id = any(${sql.param(personIds)}::uuid[])) as count
      from teams t where t.id = ${teamId}`)
    const [team] = rows
    if (!team || team.count !== new Set(personIds).size) throw notFound()
    return { teamId, siteId: team.site }
  },
  readable: 'training.list',
  audit: ({ input, result }) => ({
    kind: 'training',
    id: input.trainingId,
    detail: { teamId: input.teamId, assigned: result.assigned },
  }),
  async run({ tx, actor, input, subject: { siteId }, now, newId, notify }) {
    if (input.dueOn <= dateAt(now, await timeZoneOf(tx, siteId))) throw invalid('dueOn', 'dateAhead')
    if (input.personIds.includes(actor.personId)) throw conflict('notYourself')
    const [training] = await tx
      .select({ slug: trainings.slug })
      .from(trainings)
      .where(and(eq(trainings.id, input.trainingId), isNull(trainings.retiredAt)))
    if (!training) throw invalid('trainingId', 'retired')
    const people = [...new Set(input.personIds)]
    await tx
      .update(trainingAssignments)
      .set({ withdrawnAt: now })
      .where(
        and(
          eq(trainingAssignments.trainingId, input.trainingId),
          inArray(trainingAssignments.personId, people),
          isNull(trainingAssignments.withdrawnAt),
        ),
      )
    const { trainingId, dueOn } = input
    const said = { trainingId, dueOn, assignedBy: actor.personId, assignedAt: now }
    await tx
      .insert(trainingAssignments)
      .values(people.map((personId) => ({ ...said, personId, id: newId() })))
    notify({ to: people, kind: 'training.assigned', href: `/training/${training.slug}` })
    return { assigned: people.length }
  },
})
