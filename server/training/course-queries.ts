import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { query } from '#server/query'
import { Picture, picturesOf } from '#server/training/picture-queries'

const Lesson = z.object({
  id: z.uuid(),
  /** In its address; lessons that were taken out leave gaps. */
  position: z.number(),
  number: z.number(),
  title: Text,
  minutes: z.number(),
  readAt: z.string().nullable(),
})
const Attempt = z.object({
  id: z.uuid(),
  number: z.number(),
  startedAt: z.string(),
  deadlineAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  score: z.number().nullable(),
  passed: z.boolean().nullable(),
})
const Rules = z.object({
  passMark: z.number(),
  attempts: z.number(),
  pauseHours: z.number(),
  minutes: z.number().nullable(),
  questions: z.number(),
})
const Course = z.object({
  lessons: z.array(Lesson),
  rules: Rules.nullable(),
  /** The attempts of the open enrolment, or of the last one. */
  attempts: z.array(Attempt),
  /** The open enrolment renews a pass: half of the questions, and nothing to be read again. */
  renews: z.boolean(),
  /** Before then no other attempt begins. */
  nextAt: z.string().nullable(),
})
export type Course = z.infer<typeof Course>

/** The lessons of a training, what of them one has read, and how one stands with its quiz. */
export const findCourse = query({
  verb: 'training.course',
  input: z.object({ trainingId: z.uuid() }),
  output: Course,
  async run({ db, actor, input }) {
    const { rows } = await db.execute<Course>(sql`
      select (select coalesce(json_agg(json_build_object('id', l.id, 'position', l.position, 'number', l.number, 'title', l.title,
            'minutes', l.minutes, 'readAt', r.read_at) order by l.position), '[]')
          from (select *, row_number() over (order by position) as number from lessons
            where training_id = t.id and retired_at is null) l left join lesson_reads r on r.lesson_id = l.id and r.person_id = ${actor.personId}) as lessons,
        (select json_build_object('passMark', q.pass_mark, 'attempts', q.attempts, 'pauseHours', q.pause_hours,
            'minutes', q.minutes, 'questions', (select sum(least(p.draw, (select count(*) from quiz_questions u
              where u.training_id = q.training_id and u.pool = p.name and u.retired_at is null)))
              from quiz_pools p where p.training_id = q.training_id))
          from quizzes q where q.training_id = t.id) as rules,
        (select coalesce(json_agg(json_build_object('id', a.id, 'number', a.number, 'startedAt', a.started_at,
            'deadlineAt', a.deadline_at, 'finishedAt', a.finished_at, 'score', a.score, 'passed', a.passed)
            order by a.number), '[]')
          from quiz_attempts a where a.enrolment_id = (select n.id from enrolments n
            where n.person_id = ${actor.personId} and n.training_id = t.id order by n.asked_at desc, n.id desc limit 1)) as attempts,
        exists (select from enrolments n where n.person_id = ${actor.personId} and n.training_id = t.id and n.why = 'renewal'
          and n.state in ('booked', 'attended')) as renews,
        (select to_json(max(a.finished_at) + make_interval(hours => q.pause_hours)) #>> '{}'
          from quiz_attempts a join quizzes q on q.training_id = a.training_id
          where a.training_id = t.id and a.person_id = ${actor.personId} group by q.pause_hours) as "nextAt"
      from trainings t where t.id = ${input.trainingId} and t.retired_at is null`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})

const LessonPage = z.object({
  id: z.uuid(),
  trainingId: z.uuid(),
  training: Text,
  slug: z.string(),
  position: z.number(),
  number: z.number(),
  title: Text,
  body: Text,
  minutes: z.number(),
  videoUrl: z.string().nullable(),
  pictures: z.array(Picture),
  read: z.boolean(),
  enrolled: z.boolean(),
  count: z.number(),
  previous: z.number().nullable(),
  next: z.number().nullable(),
})
export type LessonPage = z.infer<typeof LessonPage>

/** One lesson with its neighbours. Reading is open to everybody; what was read counts for those who began the training. */
export const findLesson = query({
  verb: 'training.course',
  input: z.object({ slug: z.string().max(100), position: z.coerce.number().int().min(1).max(100) }),
  output: LessonPage,
  async run({ db, actor, input }) {
    const { rows } = await db.execute<LessonPage>(sql`
      select l.id, t.id as "trainingId", t.title as training, t.slug, l.position, l.title, l.body, l.minutes,
        l.video_url as "videoUrl",
        ${picturesOf} as pictures,
        exists (select from lesson_reads r where r.lesson_id = l.id and r.person_id = ${actor.personId}) as read,
        exists (select from enrolments n where n.training_id = t.id and n.person_id = ${actor.personId}
          and n.state in ('booked', 'attended')) as enrolled,
        (select count(*)::int from lessons o where o.training_id = t.id and o.retired_at is null
          and o.position <= l.position) as number,
        (select count(*)::int from lessons o where o.training_id = t.id and o.retired_at is null) as count,
        (select max(o.position) from lessons o where o.training_id = t.id and o.retired_at is null
          and o.position < l.position) as previous,
        (select min(o.position) from lessons o where o.training_id = t.id and o.retired_at is null
          and o.position > l.position) as next
      from lessons l join trainings t on t.id = l.training_id
      where t.slug = ${input.slug} and l.position = ${input.position} and l.retired_at is null and t.retired_at is null`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})
