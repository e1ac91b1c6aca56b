import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Choice = z.object({ id: z.uuid(), title: Text })
const Task = z.object({
  id: z.uuid(),
  serviceId: z.uuid(),
  channelId: z.uuid().nullable(),
  projectId: z.uuid().nullable(),
  title: Text,
  shortTitle: Text,
  hue: z.number(),
  voice: z.number(),
  eyes: z.number(),
  mind: z.number(),
  minBlockMinutes: z.number(),
  needs: z.array(z.object({ competenceId: z.uuid(), level: z.number() })),
})
export type TaskDraft = z.output<typeof Task>

/** A task to be written, and everything that the writer may put it together of. */
export const taskForm = query({
  verb: 'rotation.taskForm',
  input: z.object({ taskId: z.uuid().optional() }),
  output: z.object({
    task: Task.nullable(),
    services: z.array(Choice),
    channels: z.array(Choice),
    projects: z.array(Choice),
    competences: z.array(Choice),
    /** Whether work inside the centre, without a project, is the writer's to shape. */
    inside: z.boolean(),
  }),
  async run({ db, input, reach }) {
    const within = (
      project: SQL,
    ) => sql`(${reach.all} or exists (select 1 from teams m where m.project_id = ${project}
      and m.ended_at is null and ${visible(reach, { teamId: sql`m.id`, siteId: sql`m.site_id` })}))`
    const list = (name: 'services' | 'channels') =>
      sql`(select coalesce(json_agg(json_build_object('id', id, 'title', title) order by title ->> 'uk'), '[]') from ${sql.identifier(name)})`
    const { rows } = await db.execute<{
      task: TaskDraft | null
      services: z.infer<typeof Choice>[]
      channels: z.infer<typeof Choice>[]
      projects: z.infer<typeof Choice>[]
      competences: z.infer<typeof Choice>[]
    }>(sql`
      select (select json_build_object('id', k.id, 'serviceId', k.service_id, 'channelId', k.channel_id, 'projectId', k.project_id, 'title', k.title,
          'shortTitle', k.short_title, 'hue', k.hue, 'voice', k.voice, 'eyes', k.eyes, 'mind', k.mind, 'minBlockMinutes', k.min_block_minutes,
          'needs', (select coalesce(json_agg(json_build_object('competenceId', n.competence_id, 'level', n.level)), '[]') from task_needs n where n.task_id = k.id))
          from tasks k where k.id = ${input.taskId ?? null}::uuid and k.retired_at is null
          and ${within(sql`k.project_id`)}) as task,
        ${list('services')} as services, ${list('channels')} as channels,
        (select coalesce(json_agg(json_build_object('id', id, 'title', name) order by name ->> 'uk'), '[]') from projects
          where ended_at is null and ${within(sql`projects.id`)}) as projects,
        (select coalesce(json_agg(json_build_object('id', id, 'title', title) order by title ->> 'uk'), '[]') from competences where retired_at is null) as competences`)
    const found = rows[0]
    if (!found || (input.taskId && !found.task)) throw notFound()
    return { ...found, inside: reach.all }
  },
})
