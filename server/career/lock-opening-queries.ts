import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { openings } from '#db/schema/openings'
import { conflict, notFound } from '#domain/refused'

export async function lockOpening(tx: Tx, openingId: string) {
  const [opening] = await tx.select().from(openings).where(eq(openings.id, openingId)).for('update')
  if (!opening) throw notFound()
  return opening
}

type Application = {
  id: string
  openingId: string
  personId: string
  state: string
  releaseOn: string | null
  releasedAt: string | null
  positionId: string
  openingSiteId: string
  openingTeamId: string | null
  teamId: string | null
  siteId: string | null
  fromPositionId: string | null
}

/**
 * An application locked for its answer or what follows, its opening first: whoever calls an opening off and the guard of
 * applications take them in that order too, so that two at once wait for each other instead of standing in each other's way. With its opening and where the person stands now. */
export async function lockApplication(tx: Tx, applicationId: string): Promise<Application> {
  await tx.execute(sql`
    select from openings o where o.id = (select a.opening_id from applications a where a.id = ${applicationId}) for update`)
  const { rows } = await tx.execute<Application>(sql`
    select a.id, a.opening_id as "openingId", a.person_id as "personId", a.state, a.release_on::text as "releaseOn",
      a.released_at::text as "releasedAt", o.position_id as "positionId", o.site_id as "openingSiteId",
      o.team_id as "openingTeamId", e.team_id as "teamId", e.site_id as "siteId", e.position_id as "fromPositionId"
    from applications a join openings o on o.id = a.opening_id left join current_employments e on e.person_id = a.person_id
    where a.id = ${applicationId} for update of a`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Whose application it is: people who lead that person now, wherever the opening is. */
export const ofPerson = (application: Application) => ({
  people: [application.personId],
  teamId: application.teamId,
  siteId: application.siteId,
  application,
})

export const refuseNotAccepted = ({ state, releasedAt }: Application): void => {
  if (state !== 'accepted') throw conflict('notAccepted')
  if (releasedAt) throw conflict('alreadyReleased')
}
