import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { trainingAssignments } from '#db/schema/training-days'
import { conflict, notFound } from '#domain/refused'
import { WithdrawAssignment } from '#domain/training-team'
import { command } from '#server/command'

/** Takes back that somebody was asked to take a training by a day, with a reason that they read. */
export const withdrawAssignment = command({
  verb: 'training.withdrawAssignment',
  input: WithdrawAssignment,
  output: z.object({ personId: z.uuid() }),
  subject: async (tx, { assignmentId }) => {
    const { rows } = await tx.execute<{
      person: string
      training: string
      team: string | null
      site: string | null
      open: boolean
    }>(sql`
      select a.person_id as person, a.training_id as training, e.team_id as team, e.site_id as site, a.withdrawn_at is null as open
      from training_assignments a left join current_employments e on e.person_id = a.person_id
      where a.id = ${assignmentId} for update of a`)
    const [found] = rows
    if (!found) throw notFound()
    const { person, training, team: teamId, site: siteId, open } = found
    return { people: [person], teamId, siteId, personId: person, trainingId: training, open }
  },
  readable: 'training.completions',
  audit: ({ subject }) => ({
    kind: 'training',
    id: subject.trainingId,
    detail: { personId: subject.personId, withdrawn: true },
  }),
  async run({ tx, actor, input, subject: { personId, open }, now, notify }) {
    if (personId === actor.personId) throw conflict('notYourself')
    if (!open) throw conflict('assignmentOver')
    await tx
      .update(trainingAssignments)
      .set({ withdrawnAt: now, withdrawnBy: actor.personId, withdrawnFor: input.reason })
      .where(eq(trainingAssignments.id, input.assignmentId))
    notify({ to: [personId], kind: 'training.assignmentWithdrawn', href: '/training/mine' })
    return { personId }
  },
})
