import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { trainings } from '#db/schema/training'
import { Text } from '#domain/localized'
import { QUESTION_KINDS } from '#domain/quizzes'
import { invalid, notFound } from '#domain/refused'
import { LOCALES } from '#domain/text'
import { FORMATS } from '#domain/training'
import { query } from '#server/query'
import { Picture, picturesOf } from '#server/training/picture-queries'
import { tells } from '#server/training/question-queries'

const Lesson = z.object({
  id: z.uuid(),
  number: z.number(),
  title: Text,
  body: Text,
  minutes: z.number(),
  videoUrl: z.string().nullable(),
  pictures: z.array(Picture),
})
const Question = z.object({
  id: z.uuid(),
  pool: z.string(),
  kind: z.enum(QUESTION_KINDS),
  prompt: Text,
  explanation: Text,
  options: z.array(
    z.object({ id: z.number(), uk: z.string(), en: z.string().optional(), right: z.boolean().optional() }),
  ),
  /** How often it was asked in finished attempts, and answered rightly. */
  asked: z.number(),
  right: z.number(),
  /** How far it tells those who know from those who do not: -1 to 1, against the rest of the attempt. */
  tells: z.number().nullable(),
})
const Desk = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: Text,
  about: Text.nullable(),
  format: z.enum(FORMATS),
  language: z.enum(LOCALES),
  hours: z.number(),
  validMonths: z.number().nullable(),
  examConfirms: z.boolean(),
  renewedById: z.uuid().nullable(),
  levels: z.array(z.object({ competenceId: z.uuid(), level: z.number() })),
  checks: z.array(z.object({ id: z.uuid(), title: Text })),
  /** What may be chosen: competences, and other trainings that could renew this one. */
  competences: z.array(z.object({ id: z.uuid(), title: Text })),
  others: z.array(z.object({ id: z.uuid(), title: Text })),
  lessons: z.array(Lesson),
  pools: z.array(
    z.object({ name: z.string(), title: z.string().nullable(), draw: z.number(), questions: z.number() }),
  ),
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

/** A training as who builds it sees it: facts, check-list, lessons, rules, and each question with how it is answered. */
export const findCourseDesk = query({
  verb: 'training.courseDesk',
  input: z.object({ slug: z.string().max(100) }),
  output: Desk,
  async run({ db, input }) {
    const { rows } = await db.execute<CourseDesk>(sql`
      select t.id, t.slug, t.title, t.about, t.format, t.language, t.hours::float8 as hours, t.valid_months as "validMonths",
        t.exam_confirms as "examConfirms", t.renewed_by_id as "renewedById",
        (select coalesce(json_agg(json_build_object('competenceId', k.competence_id, 'level', k.to_level) order by k.competence_id), '[]')
          from training_competences k where k.training_id = t.id) as levels,
        (select coalesce(json_agg(json_build_object('id', k.id, 'title', k.title) order by k.position, k.id), '[]')
          from training_checks k where k.training_id = t.id and k.retired_at is null) as checks,
        (select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title) order by c.title ->> 'uk'), '[]')
          from competences c where c.retired_at is null) as competences,
        (select coalesce(json_agg(json_build_object('id', o.id, 'title', o.title) order by o.title ->> 'uk'), '[]')
          from trainings o where o.retired_at is null and o.id <> t.id) as others,
        (select coalesce(json_agg(json_build_object('name', p.name, 'title', p.title, 'draw', p.draw, 'questions',
            (select count(*) from quiz_questions u where u.training_id = t.id and u.pool = p.name and u.retired_at is null))
            order by p.name <> 'main', p.name), '[]') from quiz_pools p where p.training_id = t.id) as pools,
        (select coalesce(json_agg(json_build_object('id', l.id, 'number', l.number, 'title', l.title, 'body', l.body,
            'minutes', l.minutes, 'videoUrl', l.video_url, 'pictures', ${picturesOf}) order by l.position), '[]')
          from (select *, row_number() over (order by position) as number from lessons
            where training_id = t.id and retired_at is null) l) as lessons,
        (select json_build_object('passMark', q.pass_mark, 'attempts', q.attempts, 'pauseHours', q.pause_hours,
            'minutes', q.minutes, 'draw', (select p.draw from quiz_pools p where p.training_id = q.training_id and p.name = 'main'))
          from quizzes q where q.training_id = t.id) as rules,
        (select coalesce(json_agg(json_build_object('id', u.id, 'pool', u.pool, 'kind', u.kind, 'prompt', u.prompt, 'explanation', u.explanation,
            'options', u.options,
            'asked', (select count(*) from attempt_questions a where a.question_id = u.id and a.correct is not null),
            'right', (select count(*) from attempt_questions a where a.question_id = u.id and a.correct),
            'tells', ${tells}) order by u.id), '[]')
          from quiz_questions u where u.training_id = t.id and u.retired_at is null) as questions
      from trainings t where t.slug = ${input.slug} and t.retired_at is null`)
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

/** A training of the catalogue, locked: whoever else changes it waits. */
export async function lockTraining(tx: Tx, trainingId: string) {
  const [training] = await tx
    .select()
    .from(trainings)
    .where(and(eq(trainings.id, trainingId), isNull(trainings.retiredAt)))
    .for('update')
  if (!training) throw notFound()
  return training
}

/** A training that is taken at one's own pace; only such have lessons and a quiz. */
export async function selfPaced(tx: Tx, trainingId: string) {
  const training = await lockTraining(tx, trainingId)
  if (training.format !== 'self-paced') throw invalid('trainingId', 'trainingNeedsSession')
  return training
}
