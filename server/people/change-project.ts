import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { projects } from '#db/schema/people'
import { ChangeProject } from '#domain/places'
import { command } from '#server/command'
import { setWays } from '#server/people/add-project'
import { lockProject } from '#server/people/locked-place-queries'

/** Says anew who a client is and what is done for them. Tasks that exist stay as they are. */
export const changeProject = command({
  verb: 'people.changeProject',
  input: ChangeProject,
  output: z.object({}),
  subject: (tx, { projectId }) => lockProject(tx, projectId),
  readable: 'people.projects',
  audit: ({ input }) => ({ kind: 'project', id: input.projectId, detail: { market: input.market } }),
  async run({ tx, input: { projectId, name, market, ...ways } }) {
    await tx.update(projects).set({ name, market }).where(eq(projects.id, projectId))
    await setWays(tx, projectId, ways)
    return {}
  },
})
