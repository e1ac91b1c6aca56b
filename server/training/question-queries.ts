import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { TELLS_LEAST } from '#domain/training-numbers'

/** Of the question `u`: point-biserial correlation of one answer with the share of the others in the same attempt that were right; from ten attempts on. */
export const tells = sql`(select case when count(*) >= 10 then round(corr(a.correct::int, r.rest)::numeric, 2)::float8 end
  from attempt_questions a cross join lateral (select avg(o.correct::int) as rest from attempt_questions o
    where o.attempt_id = a.attempt_id and o.question_id <> a.question_id and o.correct is not null) r
  where a.question_id = u.id and a.correct is not null and r.rest is not null)`

export const QuizNumbers = z.object({
  slug: z.string(),
  title: Text,
  questions: z.number(),
  /** Answers in attempts that are over, and how many of them were right. */
  answers: z.number(),
  right: z.number(),
  /** Questions that do not tell those who know from those who do not. */
  blind: z.number(),
})

/** The quiz of each training in sums; question by question it stands where the course is built. */
export const quizNumbers = sql`(
  select coalesce(json_agg(q order by q.blind desc, q.slug), '[]') from (
    select t.slug, t.title, count(*)::int as questions, sum(c.answers)::int as answers, sum(c.right)::int as right,
      (count(*) filter (where c.tells < ${TELLS_LEAST}))::int as blind
    from quiz_questions u join trainings t on t.id = u.training_id and t.retired_at is null
    cross join lateral (select ${tells} as tells,
      (select count(*) from attempt_questions a where a.question_id = u.id and a.correct is not null) as answers,
      (select count(*) from attempt_questions a where a.question_id = u.id and a.correct) as right) c
    where u.retired_at is null group by t.id) q)`
