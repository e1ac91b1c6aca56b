import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { QUESTION_KINDS } from '#domain/quizzes'
import { notFound } from '#domain/refused'
import { query } from '#server/query'

const Shown = z.object({ id: z.number(), uk: z.string(), en: z.string().optional() })
const Answer = z.object({ chosen: z.array(z.number()).optional(), text: z.string().optional() })
const Asked = z.object({
  position: z.number(),
  kind: z.enum(QUESTION_KINDS),
  prompt: Text,
  /** In the order of this attempt, without what is right while it is open. */
  options: z.array(Shown),
  answer: Answer.nullable(),
  correct: z.boolean().nullable(),
  explanation: Text.nullable(),
  /** The right answer in words, once the attempt is over. */
  right: z.array(Shown).nullable(),
})
const AttemptPage = z.object({
  id: z.uuid(),
  trainingId: z.uuid(),
  slug: z.string(),
  training: Text,
  number: z.number(),
  attempts: z.number(),
  passMark: z.number(),
  pauseHours: z.number(),
  deadlineAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  score: z.number().nullable(),
  passed: z.boolean().nullable(),
  questions: z.array(Asked),
})
export type AttemptPage = z.infer<typeof AttemptPage>

/** The last attempt of one's own at a training's quiz. What is right is said only when it is over. */
export const findAttempt = query({
  verb: 'training.attempt',
  input: z.object({ slug: z.string().max(100) }),
  output: AttemptPage,
  async run({ db, actor, input }) {
    const { rows } = await db.execute<AttemptPage>(sql`
      select a.id, t.id as "trainingId", t.slug, t.title as training, a.number, r.attempts, a.pass_mark as "passMark",
        r.pause_hours as "pauseHours", a.deadline_at as "deadlineAt", a.finished_at as "finishedAt", a.score::float8 as score,
        a.passed,
        (select json_agg(json_build_object('position', q.position, 'kind', u.kind, 'prompt', u.prompt, 'answer', q.answer,
            'correct', q.correct,
            'options', (select coalesce(json_agg(o.option - 'right' order by array_position(q.shown, (o.option ->> 'id')::int)), '[]')
              from jsonb_array_elements(u.options) o (option) where (o.option ->> 'id')::int = any(q.shown)),
            'explanation', case when a.finished_at is not null then u.explanation end,
            'right', case when a.finished_at is not null then (select json_agg(o.option - 'right' order by o.place)
              from jsonb_array_elements(u.options) with ordinality o (option, place)
              where u.kind in ('ordering', 'text') or (o.option ->> 'right')::boolean) end)
            order by q.position)
          from attempt_questions q join quiz_questions u on u.id = q.question_id where q.attempt_id = a.id) as questions
      from quiz_attempts a join trainings t on t.id = a.training_id join quizzes r on r.training_id = t.id
      where a.person_id = ${actor.personId} and t.slug = ${input.slug}
      order by a.started_at desc, a.id desc limit 1`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})
