import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { enrolments, trainings } from '#db/schema/training'
import { xapiStatements } from '#db/schema/training-days'
import { conflict, invalid, notFound } from '#domain/refused'
import { readStatement, Statement } from '#domain/xapi'
import { command } from '#server/command'
import { dayOf } from '#server/training/day-queries'
import { lockEnrolment } from '#server/training/enrolment-queries'
import { recordPass } from '#server/training/pass-queries'
import type { Seating } from '#server/training/seat-queries'
import { moveUp } from '#server/training/seat-queries'

/** Clocks of two systems differ; what is said to happen in five minutes happens now. */
const CLOCKS_DIFFER = 5 * 60_000

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

type Told = ReturnType<typeof readStatement>
/**
 * What is open of somebody in a training ends by what the outside system says. Who passed elsewhere needs no seat that is still to come:
 * it goes down the line. Who failed elsewhere keeps it.
 */
const settle = async (
  { tx, now, notify }: Seating,
  personId: string,
  trainingId: string,
  verb: Told['verb'],
) => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from enrolments where person_id = ${personId} and training_id = ${trainingId}
      and state in ('requested', 'waitlisted', 'booked', 'attended')`)
  if (!rows[0]) return null
  const { enrolment, session } = await lockEnrolment(tx, rows[0].id)
  const sits = ['booked', 'attended'].includes(enrolment.state) && !(session && session.startsAt > now)
  if (!sits && verb === 'failed') return null
  const ended = verb === 'failed' ? 'failed' : 'completed'
  await tx
    .update(enrolments)
    .set({ state: sits ? ended : 'cancelled', settledAt: now })
    .where(eq(enrolments.id, enrolment.id))
  if (sits) return enrolment.id
  if (session?.state === 'planned') await moveUp({ tx, now, notify }, session)
  return null
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
    const said = input.timestamp ? new Date(input.timestamp) : now
    if (said.getTime() > now.getTime() + CLOCKS_DIFFER) throw invalid('timestamp', 'dateBehind')
    const at = said > now ? now : said
    const row = { id: input.id, personId, trainingId: training.id, verb: told.verb, receivedAt: now }
    const [kept] = await tx
      .insert(xapiStatements)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: xapiStatements.id })
    const completedOn = await dayOf(tx, personId, at)
    const { rows: same } = await tx.execute(sql`
      select from completions where person_id = ${personId} and training_id = ${training.id} and completed_on = ${completedOn}`)
    if (!kept || same.length) return { id: input.id, outcome: 'known' as const }
    const enrolmentId = await settle({ tx, now, notify }, personId, training.id, told.verb)
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
