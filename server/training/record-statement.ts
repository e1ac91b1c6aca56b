import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { enrolments, trainings } from '#db/schema/training'
import { xapiStatements } from '#db/schema/training-days'
import { conflict, invalid, notFound } from '#domain/refused'
import { readStatement, Statement } from '#domain/xapi'
import { command } from '#server/command'
import { recordPass } from '#server/training/pass-queries'

const loadConcerned = async (tx: Tx, statement: z.output<typeof Statement>) => {
  const told = readStatement(statement)
  const { rows } = await tx.execute<{ id: string; team_id: string | null; site_id: string | null }>(sql`
    select p.id, e.team_id, e.site_id from people p left join current_employments e on e.person_id = p.id
    where lower(p.email) = ${told.email} or p.external_id = ${told.account}
    order by p.id limit 1 for update of p`)
  if (!rows[0]) throw invalid('actor', 'unknownPerson')
  const [training] = await tx
    .select()
    .from(trainings)
    .where(sql`${trainings.slug} = ${told.training} or ${trainings.code} = ${told.training}`)
  if (!training) throw notFound()
  const { id: personId, team_id: teamId, site_id: siteId } = rows[0]
  return { people: [personId], teamId, siteId, personId, training, told }
}

/** The open enrolment of somebody, ended by what the outside system says. */
const settle = async (tx: Tx, personId: string, trainingId: string, state: string, now: Date) => {
  const [ended] = await tx
    .update(enrolments)
    .set({ state, settledAt: now })
    .where(
      and(
        eq(enrolments.personId, personId),
        eq(enrolments.trainingId, trainingId),
        inArray(enrolments.state, ['booked', 'attended']),
      ),
    )
    .returning({ id: enrolments.id })
  return ended?.id ?? null
}

/** Takes what an outside learning system says of somebody's training. The same statement sent again changes nothing. */
export const recordStatement = command({
  verb: 'training.recordStatement',
  input: Statement,
  output: z.object({ id: z.uuid(), outcome: z.enum(['recorded', 'known']) }),
  subject: loadConcerned,
  readable: 'training.enrolments',
  audit: ({ input, subject, result }) => ({
    kind: 'training',
    id: subject.training.id,
    detail: { personId: subject.personId, statement: input.id, outcome: result.outcome },
  }),
  async run({ tx, actor, input, subject: { personId, training, told }, now, newId, notify }) {
    if (personId === actor.personId) throw conflict('notYourself')
    const at = input.timestamp ? new Date(input.timestamp) : now
    if (at > now) throw invalid('timestamp', 'dateBehind')
    const row = { id: input.id, personId, trainingId: training.id, verb: told.verb, receivedAt: now }
    const [kept] = await tx
      .insert(xapiStatements)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: xapiStatements.id })
    const completedOn = at.toISOString().slice(0, 10)
    const { rows: same } = await tx.execute(sql`
      select from completions where person_id = ${personId} and training_id = ${training.id} and completed_on = ${completedOn}`)
    if (!kept || same.length) return { id: input.id, outcome: 'known' as const }
    const state = told.verb === 'failed' ? 'failed' : 'completed'
    const enrolmentId = await settle(tx, personId, training.id, state, now)
    if (told.verb !== 'failed') {
      const pass = {
        personId,
        training,
        enrolmentId,
        completedOn,
        score: told.score,
        recordedBy: actor.personId,
      }
      await recordPass({ tx, now, newId }, pass)
      notify({ to: [personId], kind: 'training.completed', href: '/training/mine' })
    }
    return { id: input.id, outcome: 'recorded' as const }
  },
})
