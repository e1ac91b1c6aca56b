import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { enrolments, trainings } from '#db/schema/training'
import { xapiStatements } from '#db/schema/training-days'
import { can } from '#domain/access'
import { conflict, invalid, notFound } from '#domain/refused'
import { readStatement, type Statement, Statements } from '#domain/xapi'
import type { Context } from '#server/command'
import { command } from '#server/command'
import { dayOf } from '#server/training/day-queries'
import { lockEnrolment } from '#server/training/enrolment-queries'
import { recordPass } from '#server/training/pass-queries'
import type { Seating } from '#server/training/seat-queries'
import { moveUp } from '#server/training/seat-queries'

/** Clocks of two systems differ; what is said to happen in five minutes happens now. */
const CLOCKS_DIFFER = 5 * 60_000

type Place = { id: string; team_id: string | null; site_id: string | null }

/** Whom and what a statement speaks of. @throws Refused with the place of the statement among those that came with it */
const loadConcerned = async (tx: Tx, statement: Statement, field: string) => {
  const told = readStatement(statement)
  const { rows } = await tx.execute<Place>(sql`
    select p.id, e.team_id, e.site_id from people p left join current_employments e on e.person_id = p.id
    where lower(p.email) = ${told.email} or p.external_id = ${told.account}
    order by p.id limit 1`)
  if (!rows[0]) throw invalid(`${field}actor`, 'unknownPerson')
  const [training] = await tx
    .select()
    .from(trainings)
    .where(sql`${trainings.slug} = ${told.training} or ${trainings.code} = ${told.training}`)
  if (!training) throw invalid(`${field}object`, 'unknownTraining')
  const { id: personId, team_id: teamId, site_id: siteId } = rows[0]
  return { people: [personId], teamId, siteId, personId, training, told, statement, field }
}
type Concerned = Awaited<ReturnType<typeof loadConcerned>>

/** What is said of one person comes in turn; whoever brings several waits for all of them in one order. */
const takeTurns = async (tx: Tx, concerned: readonly Concerned[]): Promise<void> => {
  const turns = [...new Set(concerned.map(({ personId }) => `statements of ${personId}`))].toSorted()
  for (const turn of turns) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`)
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

/** Keeps one statement: a pass, a failure, or nothing where it is known already. */
const record = async (
  { tx, actor, now, newId, notify }: Pick<Context, 'tx' | 'actor' | 'now' | 'newId' | 'notify'>,
  { statement: { id, timestamp }, personId, training, told, field }: Concerned,
): Promise<void> => {
  if (personId === actor.personId) throw conflict('notYourself')
  const said = timestamp ? new Date(timestamp) : now
  if (said.getTime() > now.getTime() + CLOCKS_DIFFER) throw invalid(`${field}timestamp`, 'dateBehind')
  const row = { id, personId, trainingId: training.id, verb: told.verb, receivedAt: now }
  const [kept] = await tx
    .insert(xapiStatements)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: xapiStatements.id })
  const completedOn = await dayOf(tx, personId, said > now ? now : said)
  const { rows: same } = await tx.execute(sql`
    select from completions where person_id = ${personId} and training_id = ${training.id} and completed_on = ${completedOn}`)
  if (!kept || same.length) return
  const enrolmentId = await settle({ tx, now, notify }, personId, training.id, told.verb)
  if (told.verb === 'failed') return
  const { score } = told
  const pass = { personId, training, enrolmentId, completedOn, score, recordedBy: actor.personId }
  await recordPass({ tx, now, newId }, pass)
  notify({ to: [personId], kind: 'training.completed', href: '/training/mine' })
}

/** Takes what an outside learning system says of people's trainings, all of it or nothing. The same statement sent again changes nothing. */
export const recordStatements = command({
  verb: 'training.recordStatement',
  input: Statements,
  /** Ids, as the standard answers. */
  output: z.array(z.uuid()),
  subject: async (tx, input, actor) => {
    const statements = Array.isArray(input) ? input : [input]
    const concerned: Concerned[] = []
    for (const [at, statement] of statements.entries()) {
      const one = await loadConcerned(tx, statement, Array.isArray(input) ? `${at}.` : '')
      if (!can(actor, 'training.recordStatement', one)) throw notFound()
      concerned.push(one)
    }
    await takeTurns(tx, concerned)
    const [{ people, teamId, siteId } = { people: [], teamId: null, siteId: null }] = concerned
    return { people, teamId, siteId, concerned }
  },
  readable: 'training.enrolments',
  audit: ({ subject: { concerned } }) => ({
    kind: 'training',
    id: concerned[0]?.training.id ?? null,
    detail: {
      statements: concerned.length,
      ...(concerned.length === 1 && concerned[0] && { personId: concerned[0].personId }),
    },
  }),
  async run({ subject: { concerned }, ...given }) {
    for (const one of concerned) await record(given, one)
    return concerned.map(({ statement: { id } }) => id)
  },
})
