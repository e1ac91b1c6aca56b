'use server'

import { formAction } from '#app/_next/forms'
import { addQuestion } from '#server/training/add-question'
import { addTraining } from '#server/training/add-training'
import { completeTraining } from '#server/training/complete'
import { retireLesson } from '#server/training/retire-lesson'
import { retireQuestion } from '#server/training/retire-question'
import { saveLesson } from '#server/training/save-lesson'
import { setQuiz } from '#server/training/set-quiz'

export const saveLessonAction = formAction(saveLesson, { said: 'saved' })
export const retireLessonAction = formAction(retireLesson, { said: 'saved' })
export const setQuizAction = formAction(setQuiz, { said: 'saved' })
export const addQuestionAction = formAction(addQuestion, { said: 'saved' })
export const retireQuestionAction = formAction(retireQuestion, { said: 'saved' })
export const addTrainingAction = formAction(addTraining, { to: ({ slug }) => `/training/${slug}` })
export const waiveAction = formAction(completeTraining, { said: 'waived' })
