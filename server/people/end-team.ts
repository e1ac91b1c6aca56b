import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { teams } from '#db/schema/people'
import { EndTeam } from '#domain/places'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { lockTeam } from '#server/people/locked-place-queries'

/** Ends a team that nobody is in any more; the roles held for it end with it, what it did stays. */
export const endTeam = command({
  verb: 'people.endTeam',
  input: EndTeam,
  output: z.object({}),
  subject: (tx, { teamId }) => lockTeam(tx, teamId),
  readable: 'people.teams',
  audit: ({ input }) => ({ kind: 'team', id: input.teamId }),
  async run({ tx, actor, input: { teamId }, subject, now }) {
    const { rows } = await tx.execute<{ count: number }>(sql`
      select count(distinct person_id)::int as count from employments
      where team_id = ${teamId} and (upper_inf(valid) or upper(valid) > team_ended_on(${now}, ${subject.siteId}))`)
    if (rows[0]?.count) throw conflict('teamBusy', { count: rows[0].count })
    await tx.execute(sql`
      update grants set valid = tstzrange(lower(valid), greatest(${now}::timestamptz, lower(valid) + interval '1 microsecond')),
        withdrawn_by = ${actor.kind === 'person' ? actor.personId : null}
      where team_id = ${teamId} and (upper(valid) is null or upper(valid) > ${now})`)
    await tx.update(teams).set({ endedAt: now }).where(eq(teams.id, teamId))
    return {}
  },
})
