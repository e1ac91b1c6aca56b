import { z } from 'zod'
import { teams } from '#db/schema/people'
import { AddTeam } from '#domain/places'
import { command } from '#server/command'

/** Makes a team at a site; its supervisor is given by a role, its people by moves. */
export const addTeam = command({
  verb: 'people.addTeam',
  input: AddTeam,
  output: z.object({ id: z.uuid() }),
  subject: (_tx, { siteId }) => ({ siteId }),
  readable: 'people.teams',
  audit: ({ input, result }) => ({ kind: 'team', id: result.id, detail: { siteId: input.siteId } }),
  async run({ tx, input, now, newId }) {
    const id = newId()
    await tx.insert(teams).values({ ...input, id, createdAt: now })
    return { id }
  },
})
