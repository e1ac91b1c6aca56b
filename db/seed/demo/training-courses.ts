import type { Person, World } from '#db/seed/demo/world'
import { COURSES } from '#db/seed/reference/content/courses/courses'
import { referenceId } from '#db/seed/reference/ids'
import type { Text } from '#domain/text'
import { answerQuestion } from '#server/training/answer'
import { beginTraining } from '#server/training/begin'
import { finishQuiz } from '#server/training/finish-quiz'
import { findAttempt } from '#server/training/quiz-queries'
import { readLesson } from '#server/training/read-lesson'
import { startQuiz } from '#server/training/start-quiz'

type Course = (typeof COURSES)[number]
const courseOf = (slug: string): Course => {
  const found = COURSES.find((course) => course.slug === slug)
  if (!found) throw new Error(`no course ${slug}`)
  return found
}

const begin = async (world: World, person: Person, { slug, lessons }: Course, read: number, ago: number) => {
  const [actor, options] = [world.actor(person), { now: world.day(ago, 9), newId: world.newId }]
  await beginTraining(actor, { trainingId: referenceId('training', slug), why: 'rung' }, options)
  for (const at of lessons.slice(0, read).keys())
    await readLesson(actor, { lessonId: referenceId('lesson', `${slug}/${at + 1}`) }, options)
}

const known = ({ questions }: Course, prompt: Text) =>
  questions.find((question) => question.prompt.uk === prompt.uk)

/** The right answer, but for one in eight. */
const answerOf = (world: World, course: Course, prompt: Text) => {
  const question = known(course, prompt)
  const options = question?.options ?? []
  const ids = options.map(({ id }) => id)
  if (question?.kind === 'text') return { text: options[0]?.uk ?? '' }
  if (question?.kind === 'ordering') return { places: ids.map((id, at) => ({ id, place: at + 1 })) }
  if (world.random.chance(0.12)) return { chosen: [options.find(({ right }) => !right)?.id ?? 1] }
  return { chosen: options.filter(({ right }) => right).map(({ id }) => id) }
}

const take = async (world: World, person: Person, course: Course, ago: number): Promise<void> => {
  await begin(world, person, course, course.lessons.length, ago)
  const [actor, options] = [world.actor(person), { now: world.day(ago, 10), newId: world.newId }]
  const { attemptId } = await startQuiz(actor, { trainingId: referenceId('training', course.slug) }, options)
  const { questions } = await findAttempt(actor, { slug: course.slug })
  for (const { position, prompt } of questions)
    await answerQuestion(actor, { attemptId, position, ...answerOf(world, course, prompt) }, options)
  await finishQuiz(actor, { attemptId }, options)
}

/** The operator is halfway through a course; others have taken some, most with success. */
export async function seedCourses(world: World): Promise<void> {
  await begin(world, world.account('operator'), courseOf('complaints-and-conflict'), 2, 3)
  await take(world, world.account('content'), courseOf('voice-and-rest'), 20)
  const newest = world.people
    .filter(({ position, email }) => position === 'operator' && !/^(operator|content)@/.test(email))
    .sort((a, b) => b.hiredOn.localeCompare(a.hiredOn))
    .slice(0, 8)
  for (const [at, person] of newest.entries())
    if (person.hiredOn < world.day(30).toISOString()) {
      const course = COURSES[at % COURSES.length]
      if (course) await take(world, person, course, 5 + at)
    }
}
