import { sql } from 'drizzle-orm'
import type { Project, World } from '#db/seed/demo/world'
import { referenceId } from '#db/seed/reference/ids'
import type { Task } from '#domain/rotation/day'
import type { Text } from '#domain/text'
import { loadTasks } from '#server/rotation/board-queries'

type Pair = [service: string, channel: string]

const SERVICE: Record<
  string,
  { title: Text; short: Text; mind: number; need: [competence: string, level: number] }
> = {
  consulting: {
    title: { uk: 'Консультації', en: 'Consulting' },
    short: { uk: 'Конс', en: 'Cons' },
    mind: 2,
    need: ['product', 2],
  },
  telesales: {
    title: { uk: 'Продажі', en: 'Sales' },
    short: { uk: 'Прод', en: 'Sales' },
    mind: 2,
    need: ['speech', 2],
  },
  survey: {
    title: { uk: 'Опитування', en: 'Surveys' },
    short: { uk: 'Опит', en: 'Surv' },
    mind: 1,
    need: ['listening', 1],
  },
  'order-taking': {
    title: { uk: 'Замовлення', en: 'Orders' },
    short: { uk: 'Зам', en: 'Ord' },
    mind: 1,
    need: ['tools', 2],
  },
  'technical-support': {
    title: { uk: 'Техпідтримка', en: 'Tech support' },
    short: { uk: 'Тех', en: 'Tech' },
    mind: 3,
    need: ['resolution', 2],
  },
  complaints: {
    title: { uk: 'Скарги', en: 'Complaints' },
    short: { uk: 'Скар', en: 'Cmpl' },
    mind: 3,
    need: ['conflict', 2],
  },
  retention: {
    title: { uk: 'Утримання', en: 'Retention' },
    short: { uk: 'Утр', en: 'Ret' },
    mind: 2,
    need: ['conflict', 2],
  },
}
const CHANNEL: Record<string, { title: Text; mark: string; voice: number; eyes: number }> = {
  voice: { title: { uk: 'дзвінки', en: 'calls' }, mark: '', voice: 3, eyes: 1 },
  chat: { title: { uk: 'чат', en: 'chat' }, mark: ' · чат', voice: 0, eyes: 2 },
  email: { title: { uk: 'пошта', en: 'e-mail' }, mark: ' · пошта', voice: 0, eyes: 2 },
  sms: { title: { uk: 'SMS', en: 'SMS' }, mark: ' · SMS', voice: 0, eyes: 1 },
  messenger: { title: { uk: 'месенджери', en: 'messengers' }, mark: ' · месендж', voice: 0, eyes: 2 },
}

/** Every service by voice where the project has it, and the first two services in writing. */
const pairsOf = ({ services, channels }: Project): Pair[] => [
  ...services.map((service): Pair => [service, 'voice']),
  ...channels
    .filter((channel) => channel !== 'voice')
    .map((channel, index): Pair => [services[index % services.length] as string, channel]),
]

const taskRow = (project: Project, [service, channel]: Pair, hue: number, at: Date): unknown[] => {
  const what = SERVICE[service] as (typeof SERVICE)[string]
  const how = CHANNEL[channel] as (typeof CHANNEL)[string]
  const title = { uk: `${what.title.uk}, ${how.title.uk}`, en: `${what.title.en}, ${how.title.en}` }
  const short = {
    uk: `${what.short.uk}${how.mark}`,
    en: channel === 'voice' ? what.short.en : `${what.short.en} · ${how.title.en}`,
  }
  const ids = [referenceId('service', service), referenceId('channel', channel), project.id]
  return [
    referenceId('demo-task', `${project.slug}/${service}/${channel}`),
    ...ids,
    title,
    short,
    hue,
    how.voice,
    how.eyes,
    what.mind,
    30,
    at,
  ]
}

const TASKS = [
  'id',
  'service_id',
  'channel_id',
  'project_id',
  'title',
  'short_title',
  'hue',
  'voice',
  'eyes',
  'mind',
  'min_block_minutes',
  'created_at',
]

/** The tasks of every project with the level each needs. Answers the tasks by project, and those inside the centre. */
export async function seedTasks(world: World): Promise<Map<string, Task[]>> {
  const at = world.day(300)
  await world.bulk(
    'tasks',
    TASKS,
    world.projects.flatMap((project) =>
      pairsOf(project).map((pair, hue) => taskRow(project, pair, hue % 8, at)),
    ),
  )
  for (const [slug, { need }] of Object.entries(SERVICE)) {
    await world.database.execute(sql`
      insert into task_needs (task_id, competence_id, level)
      select t.id, c.id, ${need[1]} from tasks t, competences c
      where t.service_id = ${referenceId('service', slug)} and t.project_id is not null and c.slug = ${need[0]} on conflict do nothing`)
  }
  const tasks = new Map<string, Task[]>()
  for (const team of world.teams) {
    if (tasks.has(team.project.id)) continue
    const all = await loadTasks(world.database, team.id)
    const { rows } = await world.database.execute<{ id: string }>(
      sql`select id from tasks where project_id is null`,
    )
    const inside = rows.map((row) => row.id)
    tasks.set(
      team.project.id,
      all.filter((task) => !inside.includes(task.id)),
    )
    tasks.set(
      'inside',
      all.filter((task) => inside.includes(task.id)),
    )
  }
  return tasks
}
