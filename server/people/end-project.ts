import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { projects } from '#db/schema/people'
import { EndProject } from '#domain/places'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { lockProject } from '#server/people/locked-place-queries'

/** Ends the work for a client whom no team serves any more; nobody is put on its tasks from then on. */
export const endProject = command({
  verb: 'people.endProject',
  input: EndProject,
  output: z.object({}),
  subject: (tx, { projectId }) => lockProject(tx, projectId),
  readable: 'people.projects',
  audit: ({ input }) => ({ kind: 'project', id: input.projectId }),
  async run({ tx, input: { projectId }, now }) {
    const { rows } = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from teams where project_id = ${projectId} and ended_at is null`)
    if (rows[0]?.count) throw conflict('projectBusy', { count: rows[0].count })
    await tx.execute(
      sql`update tasks set retired_at = ${now} where project_id = ${projectId} and retired_at is null`,
    )
    await tx.update(projects).set({ endedAt: now }).where(eq(projects.id, projectId))
    return {}
  },
})
