import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { howOftenMet, type WISHES, type WorkedDay } from '#domain/rotation/wishes'
import { query } from '#server/query'

const DAYS = 28

const Met = z.object({ met: z.number(), days: z.number() })
const TaskRow = z.object({ id: z.uuid(), title: Text, hue: z.number() })
const Task = TaskRow.extend({
  wish: z.enum(['like', 'rather-not']).nullable(),
  met: Met.nullable(),
  /** One's own tiredness after it, 1 to 5, over the last weeks. */
  tired: z.object({ average: z.number(), answers: z.number() }).nullable(),
})
const Today = z.object({ taskId: z.uuid(), title: Text, onDate: z.string(), met: Met })

type Row = {
  tasks: z.infer<typeof TaskRow>[]
  wishes: {
    taskId: string
    wish: (typeof WISHES)[number]
    onDate: string | null
    since: string
    title: Text
  }[]
  days: WorkedDay[]
  tired: { taskId: string; average: number; answers: number }[]
}

/** The tasks that one can do, what one wishes about them, how often that was met in the last four weeks, and how tired they made. */
export const myWishes = query({
  verb: 'rotation.wishes',
  input: z.object({}),
  output: z.object({ today: z.string(), tasks: z.array(Task), oneDay: z.array(Today) }),
  async run({ db, actor, now }) {
    const me = sql`${actor.personId}::uuid`
    const moment = sql`${now.toISOString()}::timestamptz`
    const since = sql`(select today from place) - ${DAYS}::int`
    const { rows } = await db.execute<Row & { today: string }>(sql`
      with place as (
        select (${moment} at time zone s.time_zone)::date as today, t.project_id
        from current_employments e join sites s on s.id = e.site_id left join teams t on t.id = e.team_id where e.person_id = ${me})
      select (select today::text from place) as today,
        (select coalesce(json_agg(json_build_object('id', k.id, 'title', k.title, 'hue', k.hue) order by k.project_id is null, k.hue, k.id), '[]')
          from tasks k, place p where k.retired_at is null and (k.project_id is null or k.project_id = p.project_id)
          and not exists (select 1 from task_needs n where n.task_id = k.id and n.level > coalesce(
            (select l.level from current_levels l where l.person_id = ${me} and l.competence_id = n.competence_id), 0))) as tasks,
        (select coalesce(json_agg(json_build_object('taskId', w.task_id, 'wish', w.wish, 'onDate', w.on_date, 'title', k.title,
            'since', (w.set_at at time zone 'UTC')::date) order by w.on_date), '[]')
          from task_wishes w join tasks k on k.id = w.task_id where w.person_id = ${me} and (w.on_date is null or w.on_date >= ${since})) as wishes,
        (select coalesce(json_agg(d), '[]') from (
          select s.on_date as date, coalesce(array_agg(distinct b.task_id) filter (where b.task_id is not null), '{}') as "taskIds"
          from shifts s left join blocks b on b.shift_id = s.id and b.plan_status = 'published' and b.withdrawn_in is null
          where s.person_id = ${me} and s.on_date between ${since} and (select today from place) group by s.on_date) d) as days,
        (select coalesce(json_agg(a), '[]') from (
          select b.task_id as "taskId", round(avg(x.score), 1)::float8 as average, count(*)::int as answers
          from tiredness x join blocks b on b.id = x.block_id
          where x.person_id = ${me} and x.at > ${moment} - make_interval(days => ${DAYS}) group by b.task_id) a) as tired`)
    const found = rows[0] as Row & { today: string }
    const tasks = found.tasks.map((task) => {
      const wish = found.wishes.find((one) => one.taskId === task.id && one.onDate === null)
      const tired = found.tired.find((one) => one.taskId === task.id)
      return {
        ...task,
        wish: (wish?.wish ?? null) as 'like' | 'rather-not' | null,
        met: wish ? howOftenMet(wish, found.days) : null,
        tired: tired ? { average: tired.average, answers: tired.answers } : null,
      }
    })
    const oneDay = found.wishes.flatMap((wish) =>
      wish.onDate
        ? [
            {
              taskId: wish.taskId,
              title: wish.title,
              onDate: wish.onDate,
              met: howOftenMet(wish, found.days),
            },
          ]
        : [],
    )
    return { today: found.today, tasks, oneDay }
  },
})
