import { z } from 'zod'
import { FileIds } from '#domain/files'
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

/** Better words, other levels, another length of a training that is there; its format stays, as sessions and lessons hang on it. */
export const EditTraining = z
  .object({
    trainingId: z.uuid(),
    title: localized(150),
    about: localized(1000, 0),
    language: z.enum(LOCALES),
    hours: z.coerce.number().min(0.5).max(400),
    validMonths: z.coerce.number().int().min(1).max(120).optional(),
    examConfirms: z.boolean().default(false),
    /** The shorter training that renews it. */
    renewedById: z.uuid().optional(),
    /** A row without a competence is one that was left empty. */
    levels: z
      .array(
        z.object({
          competenceId: z.uuid().optional(),
          level: z.coerce.number().int().min(1).max(4).default(2),
        }),
      )
      .max(20),
  })
  .refine(({ levels }) => levels.some(({ competenceId }) => competenceId), {
    path: ['levels'],
    error: 'levelsNeeded',
  })
  .refine(({ renewedById, validMonths }) => !renewedById || validMonths, {
    path: ['renewedById'],
    error: 'renewalNeedsEnd',
  })
export const RetireTraining = z.object({ trainingId: z.uuid() })

/** What is shown and done, a line each in both languages. */
export const SetChecks = z.object({ trainingId: z.uuid(), lines: localized(8000, 0) })
export const SignChecks = z.object({
  enrolmentId: z.uuid(),
  checkIds: z.array(z.uuid()).min(1).max(100),
  note: z.string().trim().max(500).optional(),
})
export const UndoCheck = z.object({ enrolmentId: z.uuid(), checkId: z.uuid() })

/** Another pool of a quiz; an attempt draws so many questions of each. None: the pool is drawn from no more. */
export const SetPool = z.object({
  trainingId: z.uuid(),
  name: z.string().max(60).optional(),
  title: z.string().trim().min(1).max(100),
  draw: z.coerce.number().int().min(1).max(50),
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
  pool: z.string().max(60).default('main'),
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
  /** Numbers of pictures that leave the lesson. */
  removed: z.array(z.coerce.number().int().min(1).max(50)).max(50).default([]),
  /** Pictures that join those that the lesson has; each takes the lowest number that is free, so that it may replace one that leaves. */
  fileIds: FileIds,
})
export const RetireLesson = z.object({ lessonId: z.uuid() })
