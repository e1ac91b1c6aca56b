import { z } from 'zod'
import { localized } from '#domain/localized'
import { QUESTION_KINDS } from '#domain/quizzes'
import { LOCALES } from '#domain/text'
import { FORMATS } from '#domain/training'

/** A training that the learning centre adds to the catalogue, with the first level that it gives. */
export const AddTraining = z.object({
  title: localized(150),
  about: localized(1000),
  format: z.enum(FORMATS),
  language: z.enum(LOCALES).default('uk'),
  hours: z.coerce.number().min(0.5).max(400),
  validMonths: z.coerce.number().int().min(1).max(120).optional(),
  examConfirms: z.boolean().default(false),
  competenceId: z.uuid(),
  level: z.coerce.number().int().min(1).max(4),
})

export const SetQuiz = z.object({
  trainingId: z.uuid(),
  passMark: z.coerce.number().int().min(1).max(100),
  attempts: z.coerce.number().int().min(1).max(20),
  pauseHours: z.coerce.number().int().min(0).max(720),
  minutes: z.coerce.number().int().min(1).max(480).optional(),
  draw: z.coerce.number().int().min(1).max(50),
})

const words = localized(500)
export const AddQuestion = z.object({
  trainingId: z.uuid(),
  kind: z.enum(QUESTION_KINDS),
  prompt: words,
  /** A line each; right ones begin with `*` where a choice is made, and the order is the right one where things are ordered. */
  options: localized(4000),
  explanation: localized(1000),
})
export const RetireQuestion = z.object({ questionId: z.uuid() })

export const SaveLesson = z.object({
  trainingId: z.uuid(),
  lessonId: z.uuid().optional(),
  title: localized(150),
  body: localized(20_000),
  minutes: z.coerce.number().int().min(1).max(240),
  videoUrl: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
})
export const RetireLesson = z.object({ lessonId: z.uuid() })
