import type { Tx } from '#db/client'
import { lessons, quizPools, quizQuestions, quizzes } from '#db/schema/lessons'
import { trainingCompetences, trainings } from '#db/schema/training'
import type { Course } from '#db/seed/reference/content/courses/course'
import { COURSES } from '#db/seed/reference/content/courses/courses'
import { referenceId } from '#db/seed/reference/ids'
import { indexTrainings } from '#db/seed/reference/training-terms'

const POOL = 'main'

const seedQuiz = async (tx: Tx, { slug, quiz, questions }: Course, trainingId: string, now: Date) => {
  const { draw, ...rules } = quiz
  await tx.insert(quizzes).values({ trainingId, ...rules })
  await tx.insert(quizPools).values({ trainingId, name: POOL, draw })
  await tx.insert(quizQuestions).values(
    questions.map((question, at) => ({
      ...question,
      id: referenceId('question', `${slug}/${at + 1}`),
      trainingId,
      pool: POOL,
      createdAt: now,
    })),
  )
}

const seedCourse = async (tx: Tx, course: Course, now: Date): Promise<void> => {
  const { slug, code, title, about, hours, validMonths, examConfirms } = course
  const id = referenceId('training', slug)
  const facts = { slug, code, title, about, hours, validMonths, examConfirms }
  const [made] = await tx
    .insert(trainings)
    .values({ ...facts, id, format: 'self-paced', language: 'uk', createdAt: now })
    .onConflictDoNothing()
    .returning({ id: trainings.id })
  // An installation that has it keeps what it made of it since.
  if (!made) return
  await tx.insert(trainingCompetences).values(
    course.levels.map(({ competence, toLevel }) => ({
      trainingId: id,
      competenceId: referenceId('competence', competence),
      toLevel,
    })),
  )
  await tx.insert(lessons).values(
    course.lessons.map((lesson, at) => ({
      ...lesson,
      id: referenceId('lesson', `${slug}/${at + 1}`),
      trainingId: id,
      position: at + 1,
      createdAt: now,
    })),
  )
  await seedQuiz(tx, course, id, now)
}

/** Complete courses to be taken at one's own pace: lessons, and a quiz from a pool of questions. */
export async function seedCoursesReference(tx: Tx, now: Date): Promise<void> {
  for (const course of COURSES) await seedCourse(tx, course, now)
  await indexTrainings(tx)
}
