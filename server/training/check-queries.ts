import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Check = z.object({
  id: z.uuid(),
  title: Text,
  signedBy: z.string().nullable(),
  signedAt: z.string().nullable(),
  note: z.string().nullable(),
})
export type Check = z.infer<typeof Check>

/** The checks of a training with who signed them off on one enrolment; what was signed stays shown after it is retired. */
const checksOf = (trainingId: ReturnType<typeof sql>, enrolmentId: ReturnType<typeof sql>) => sql`(
  select coalesce(json_agg(json_build_object('id', k.id, 'title', k.title, 'signedBy', b.name, 'signedAt', o.signed_at, 'note', o.note)
    order by k.position, k.id), '[]')
  from training_checks k left join check_signoffs o on o.check_id = k.id and o.enrolment_id = ${enrolmentId}
  left join people b on b.id = o.signed_by
  where k.training_id = ${trainingId} and (k.retired_at is null or o.check_id is not null))`

/** What is shown and done in a training, and what of it was signed off for the reader. */
export const findChecks = query({
  verb: 'training.course',
  input: z.object({ trainingId: z.uuid() }),
  output: z.array(Check),
  async run({ db, actor, input }) {
    const enrolment = sql`(select n.id from enrolments n where n.person_id = ${actor.personId} and n.training_id = ${input.trainingId}
      and n.state in ('booked', 'attended', 'completed') order by n.asked_at desc, n.id desc limit 1)`
    const { rows } = await db.execute<{ checks: Check[] }>(
      sql`select ${checksOf(sql`${input.trainingId}`, enrolment)} as checks`,
    )
    return rows[0]?.checks ?? []
  },
})

const Learner = z.object({
  enrolmentId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  slug: z.string(),
  title: Text,
  since: z.string(),
  checks: z.array(Check),
})
export type Learner = z.infer<typeof Learner>

/** Others who learn on the job within reach, the longest first: what waits for a mentor's word. At most fifty. */
export const listLearners = query({
  verb: 'training.signCheck',
  input: z.object({ personId: z.uuid().optional() }),
  output: z.array(Learner),
  async run({ db, actor, input, reach }) {
    const within = visible(reach, {
      people: [sql`n.person_id`],
      teamId: sql`e.team_id`,
      siteId: sql`e.site_id`,
    })
    const { rows } = await db.execute<Learner>(sql`
      select n.id as "enrolmentId", p.id as "personId", p.name, t.slug, t.title, n.asked_at as since,
        ${checksOf(sql`t.id`, sql`n.id`)} as checks
      from enrolments n join trainings t on t.id = n.training_id join people p on p.id = n.person_id
      left join current_employments e on e.person_id = n.person_id
      where n.state in ('booked', 'attended') and t.format in ('on-the-job', 'mentoring')
        and exists (select from training_checks k where k.training_id = t.id and k.retired_at is null)
        and n.person_id <> ${actor.personId} and ${within}
        and ${input.personId ? sql`n.person_id = ${input.personId}` : sql`true`}
      order by n.asked_at, n.id limit 50`)
    return rows
  },
})

/** The enrolment that is signed off, locked: whoever else signs on it waits. */
export async function lockLearner(tx: Tx, enrolmentId: string) {
  const { rows } = await tx.execute<{
    id: string
    person_id: string
    training_id: string
    state: string
    team_id: string | null
    site_id: string | null
  }>(sql`
    select n.id, n.person_id, n.training_id, n.state, e.team_id, e.site_id
    from enrolments n left join current_employments e on e.person_id = n.person_id
    where n.id = ${enrolmentId} for update of n`)
  const [found] = rows
  if (!found) throw notFound()
  const { person_id: personId, training_id: trainingId, state, team_id: teamId, site_id: siteId } = found
  return { people: [personId], teamId, siteId, personId, trainingId, state }
}
