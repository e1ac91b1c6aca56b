import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { taskNeeds, tasks } from '#db/schema/rotation'
import { type Actor, covers, reach } from '#domain/access'
import { invalid, notFound } from '#domain/refused'
import { WriteTask } from '#domain/rotation/tasks'
import { command } from '#server/command'

type Input = z.output<typeof WriteTask>
type Place = { teamId: string | null; siteId: string | null }

/** A project's tasks belong to the teams that serve it; one that the actor leads, or of their site, speaks for them. */
const findProject = async (tx: Tx, projectId: string | null, actor: Actor): Promise<Place> => {
  // Work inside the centre is everybody's: only who reaches everything writes it.
  if (!projectId) return { teamId: null, siteId: null }
  const { rows } = await tx.execute<{ teamId: string; siteId: string }>(sql`
    select id as "teamId", site_id as "siteId" from teams where project_id = ${projectId} and ended_at is null`)
  const writes = reach(actor, 'rotation.writeTask')
  return rows.find((place) => covers(writes, place)) ?? rows[0] ?? { teamId: null, siteId: null }
}

/** Whose a task is, locked; its project never changes. */
export async function lockTask(tx: Tx, taskId: string, actor: Actor) {
  const { rows } = await tx.execute<{ id: string; projectId: string | null }>(sql`
    select id, project_id as "projectId" from tasks where id = ${taskId} and retired_at is null for update`)
  if (!rows[0]) throw notFound()
  return { task: rows[0], ...(await findProject(tx, rows[0].projectId, actor)) }
}

const subjectOf = async (tx: Tx, input: Input, actor: Actor) => {
  if (!input.taskId) return { task: null, ...(await findProject(tx, input.projectId ?? null, actor)) }
  return lockTask(tx, input.taskId, actor)
}

/** Writes a task: what it is, how it loads, which levels it asks. Days that were published stay as they are. */
export const writeTask = command({
  verb: 'rotation.writeTask',
  input: WriteTask,
  output: z.object({ taskId: z.uuid() }),
  subject: subjectOf,
  audit: ({ input, result }) => ({ kind: 'task', id: result.taskId, detail: { isNew: !input.taskId } }),
  async run({ tx, input, subject, now, newId }) {
    const { taskId: known, needs, channelId = null, projectId = null, ...facts } = input
    if (subject.task && subject.task.projectId !== projectId) throw invalid('projectId', 'wrong')
    const taskId = known ?? newId()
    const row = { ...facts, channelId, projectId }
    if (known) await tx.update(tasks).set(row).where(eq(tasks.id, known))
    else await tx.insert(tasks).values({ ...row, id: taskId, createdAt: now })
    await tx.delete(taskNeeds).where(eq(taskNeeds.taskId, taskId))
    const asked = needs.flatMap(({ competenceId, level }) =>
      competenceId ? [{ taskId, competenceId, level }] : [],
    )
    if (asked.length) await tx.insert(taskNeeds).values(asked)
    return { taskId }
  },
})
