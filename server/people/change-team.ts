import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { teams } from '#db/schema/people'
import { ChangeTeam } from '#domain/places'
import { command } from '#server/command'
import { lockTeam } from '#server/people/locked-place-queries'

/** Names a team anew and says whom it serves from now on. */
export const changeTeam = command({
  verb: 'people.changeTeam',
  input: ChangeTeam,
  output: z.object({}),
  subject: (tx, { teamId }) => lockTeam(tx, teamId),
  readable: 'people.teams',
  audit: ({ input }) => ({
    kind: 'team',
    id: input.teamId,
    detail: { projectId: input.projectId ?? null },
  }),
  async run({ tx, input: { teamId, name, projectId = null } }) {
    await tx.update(teams).set({ name, projectId }).where(eq(teams.id, teamId))
    return {}
  },
})
