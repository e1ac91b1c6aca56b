import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { trainings } from '#db/schema/training'
import { Text } from '#domain/localized'
import { QUESTION_KINDS } from '#domain/quizzes'
import { invalid, notFound } from '#domain/refused'
import { query } from '#server/query'

const Lesson = z.object({
  id: z.uuid(),
  position: z.number(),
  title: Text,
  body: Text,
  minutes: z.number(),
  videoUrl: z.string().nullable(),
})
const Question = z.object({
  id: z.uuid(),
  kind: z.enum(QUESTION_KINDS),
  prompt: Text,
  explanation: Text,
  options: z.array(
    z.object({ id: z.number(), uk: z.string(), en: z.string().optional(), right: z.boolean().optional() }),
  ),
  /** How often it was asked in finished attempts, and answered rightly. */
  asked: z.number(),
  right: z.number(),
})
const Desk = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: Text,
  lessons: z.array(Lesson),
  rules: z
    .object({
      passMark: z.number(),
      attempts: z.number(),
      pauseHours: z.number(),
      minutes: z.number().nullable(),
      draw: z.number(),
    })
    .nullable(),
  questions: z.array(Question),
})
export type CourseDesk = z.infer<typeof Desk>

/** A self-paced training as who builds it sees it: lessons, rules, and each question with how it is answered. */
export const findCourseDesk = query({
  verb: 'training.courseDesk',
  input: z.object({ slug: z.string().max(100) }),
  output: Desk,
  async run({ db, input }) {
    const { rows } = await db.execute<CourseDesk>(sql`
      select t.id, t.slug, t.title,
        (select coalesce(json_agg(json_build_object('id', l.id, 'position', l.position, 'title', l.title, 'body', l.body,
            'minutes', l.minutes, 'videoUrl', l.video_url) order by l.position), '[]')
          from lessons l where l.training_id = t.id and l.retired_at is null) as lessons,
        (select json_build_object('passMark', q.pass_mark, 'attempts', q.attempts, 'pauseHours', q.pause_hours,
            'minutes', q.minutes, 'draw', (select sum(p.draw) from quiz_pools p where p.training_id = q.training_id))
          from quizzes q where q.training_id = t.id) as rules,
        (select coalesce(json_agg(json_build_object('id', u.id, 'kind', u.kind, 'prompt', u.prompt, 'explanation', u.explanation,
            'options', u.options,
            'asked', (select count(*) from attempt_questions a where a.question_id = u.id and a.correct is not null),
            'right', (select count(*) from attempt_questions a where a.question_id = u.id and a.correct)) order by u.id), '[]')
          from quiz_questions u where u.training_id = t.id and u.retired_at is null) as questions
      from trainings t where t.slug = ${input.slug} and t.format = 'self-paced' and t.retired_at is null`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})

/** What a new training can raise. */
export const listCompetences = query({
  verb: 'training.courseDesk',
  input: z.object({}),
  output: z.array(z.object({ id: z.uuid(), title: Text })),
  async run({ db }) {
    const { rows } = await db.execute<{ id: string; title: z.infer<typeof Text> }>(
      sql`select c.id, c.title from competences c order by c.title ->> 'uk'`,
    )
    return rows
  },
})

/** A training that is taken at one's own pace; only such have lessons and a quiz. */
export async function selfPaced(tx: Tx, trainingId: string) {
  const [training] = await tx
    .select()
    .from(trainings)
    .where(and(eq(trainings.id, trainingId), isNull(trainings.retiredAt)))
    .for('update')
  if (!training) throw notFound()
  if (training.format !== 'self-paced') throw invalid('trainingId', 'trainingNeedsSession')
  return training
}
