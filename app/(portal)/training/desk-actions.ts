'use server'

import { formAction } from '#app/_next/forms'
import { addQuestion } from '#server/training/add-question'
import { addTraining } from '#server/training/add-training'
import { completeTraining } from '#server/training/complete'
import { editTraining } from '#server/training/edit'
import { retireTraining } from '#server/training/retire'
import { retireLesson } from '#server/training/retire-lesson'
import { retireQuestion } from '#server/training/retire-question'
import { saveLesson } from '#server/training/save-lesson'
import { setChecks } from '#server/training/set-checks'
import { setPool } from '#server/training/set-pool'
import { setQuiz } from '#server/training/set-quiz'
import { signChecks } from '#server/training/sign-checks'
import { undoCheck } from '#server/training/undo-check'

export const saveLessonAction = formAction(saveLesson, { said: 'saved' })
export const retireLessonAction = formAction(retireLesson, { said: 'saved' })
export const setQuizAction = formAction(setQuiz, { said: 'saved' })
export const addQuestionAction = formAction(addQuestion, { said: 'saved' })
export const retireQuestionAction = formAction(retireQuestion, { said: 'saved' })
export const addTrainingAction = formAction(addTraining, { to: ({ slug }) => `/training/${slug}` })
export const waiveAction = formAction(completeTraining, { said: 'waived' })
export const editAction = formAction(editTraining, { said: 'saved' })
export const retireAction = formAction(retireTraining, { to: () => '/training' })
export const setChecksAction = formAction(setChecks, { said: 'saved' })
export const setPoolAction = formAction(setPool, { said: 'saved' })
export const signChecksAction = formAction(signChecks, { said: 'signedOff' })
export const undoCheckAction = formAction(undoCheck, { said: 'saved' })
