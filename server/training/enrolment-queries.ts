import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { enrolments } from '#db/schema/training'
import { notFound } from '#domain/refused'
import type { Session } from '#server/training/session-queries'
import { lockSession } from '#server/training/session-queries'

/** An enrolment with its person's place and its session, both locked: the session first, as everywhere. */
export async function lockEnrolment(tx: Tx, enrolmentId: string) {
  const { rows } = await tx.execute<{
    session_id: string | null
    team_id: string | null
    site_id: string | null
    slug: string
  }>(sql`
    select n.session_id, e.team_id, e.site_id, t.slug from enrolments n join trainings t on t.id = n.training_id
    left join current_employments e on e.person_id = n.person_id where n.id = ${enrolmentId}`)
  const found = rows[0]
  if (!found) throw notFound()
  const session: Session | null = found.session_id ? await lockSession(tx, found.session_id) : null
  const [enrolment] = await tx.select().from(enrolments).where(eq(enrolments.id, enrolmentId)).for('update')
  if (!enrolment) throw notFound()
  const { team_id: teamId, site_id: siteId, slug } = found
  return { people: [enrolment.personId], teamId, siteId, slug, enrolment, session }
}
