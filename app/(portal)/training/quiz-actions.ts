'use server'

import { formAction } from '#app/_next/forms'
import { answerQuestion } from '#server/training/answer'
import { finishQuiz } from '#server/training/finish-quiz'
import { readLesson } from '#server/training/read-lesson'
import { startQuiz } from '#server/training/start-quiz'

export const readLessonAction = formAction(readLesson, {
  to: ({ slug, next }) => `/training/${slug}${next === null ? '' : `/lesson?at=${next}`}`,
})
export const startQuizAction = formAction(startQuiz, { to: ({ slug }) => `/training/${slug}/quiz` })
export const answerAction = formAction(answerQuestion, {
  to: ({ slug, next }) => `/training/${slug}/quiz${next === null ? '?at=end' : `?at=${next}`}`,
})
export const finishAction = formAction(finishQuiz, { to: ({ slug }) => `/training/${slug}/quiz` })
