import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Answer, Option } from '#domain/quizzes'
import { idOf, localizedText, moment } from './columns'
import { files } from './files'
import { people } from './people'
import { enrolments, trainings } from './training'

/** A page of a self-paced training. */
export const lessons = pgTable(
  'lessons',
  {
    id: uuid().primaryKey(),
    trainingId: idOf('training_id', () => trainings.id),
    position: smallint().notNull(),
    title: localizedText('title').notNull(),
    /** Markdown. */
    body: localizedText('body').notNull(),
    minutes: smallint().notNull(),
    videoUrl: text('video_url'),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [
    check('lessons_position', sql`${t.position} between 1 and 100`),
    check('lessons_minutes', sql`${t.minutes} between 1 and 240`),
    check('lessons_video', sql`${t.videoUrl} ~ '^https://'`),
    uniqueIndex('lessons_place').on(t.trainingId, t.position).where(sql`retired_at is null`),
  ],
)

/** Pictures of a lesson, by the numbers that its text calls them by. */
export const lessonPictures = pgTable(
  'lesson_pictures',
  {
    lessonId: idOf('lesson_id', () => lessons.id),
    position: smallint().notNull(),
    fileId: uuid('file_id')
      .notNull()
      .unique()
      .references(() => files.id),
  },
  (t) => [
    primaryKey({ columns: [t.lessonId, t.position] }),
    check('lesson_pictures_position', sql`${t.position} between 1 and 50`),
  ],
)

export const lessonReads = pgTable(
  'lesson_reads',
  {
    personId: idOf('person_id', () => people.id),
    lessonId: idOf('lesson_id', () => lessons.id),
    readAt: moment('read_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.lessonId] })],
)

/** The rules of a training's quiz. */
export const quizzes = pgTable(
  'quizzes',
  {
    trainingId: uuid('training_id')
      .primaryKey()
      .references(() => trainings.id),
    /** Per cent of right answers. */
    passMark: smallint('pass_mark').notNull(),
    attempts: smallint().notNull(),
    /** Hours between a failed attempt and the next. */
    pauseHours: smallint('pause_hours').notNull(),
    /** For an attempt; null: as long as it takes. */
    minutes: smallint(),
  },
  (t) => [
    check('quizzes_pass', sql`${t.passMark} between 1 and 100`),
    check('quizzes_attempts', sql`${t.attempts} between 1 and 20`),
    check('quizzes_pause', sql`${t.pauseHours} between 0 and 720`),
    check('quizzes_minutes', sql`${t.minutes} between 1 and 480`),
  ],
)

/** Of each pool an attempt draws so many questions. */
export const quizPools = pgTable(
  'quiz_pools',
  {
    trainingId: idOf('training_id', () => quizzes.trainingId),
    name: text().notNull(),
    /** What the learning centre calls it. */
    title: text(),
    draw: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.trainingId, t.name] }),
    check('quiz_pools_draw', sql`${t.draw} between 1 and 50`),
    check('quiz_pools_title', sql`char_length(btrim(${t.title})) between 1 and 100`),
    check('quiz_pools_name', sql`${t.name} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
)

/** Never changed: an edited question is a new one, so that an attempt is read as it was answered. */
export const quizQuestions = pgTable(
  'quiz_questions',
  {
    id: uuid().primaryKey(),
    trainingId: uuid('training_id').notNull(),
    pool: text().notNull(),
    kind: text().notNull(),
    prompt: localizedText('prompt').notNull(),
    options: jsonb().$type<Option[]>().notNull(),
    explanation: localizedText('explanation').notNull(),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [
    foreignKey({
      name: 'quiz_questions_pool',
      columns: [t.trainingId, t.pool],
      foreignColumns: [quizPools.trainingId, quizPools.name],
    }),
    check('quiz_questions_kind', sql`${t.kind} in ('single', 'multiple', 'ordering', 'text')`),
    index('quiz_questions_drawn').on(t.trainingId, t.pool).where(sql`retired_at is null`),
  ],
)

export const quizAttempts = pgTable(
  'quiz_attempts',
  {
    id: uuid().primaryKey(),
    enrolmentId: idOf('enrolment_id', () => enrolments.id),
    personId: idOf('person_id', () => people.id),
    trainingId: idOf('training_id', () => quizzes.trainingId),
    number: smallint().notNull(),
    startedAt: moment('started_at').notNull(),
    deadlineAt: moment('deadline_at'),
    /** Per cent that it must reach; taken from the rules by Postgres when it begins. */
    passMark: smallint('pass_mark').notNull().default(100),
    finishedAt: moment('finished_at'),
    /** Per cent. */
    score: numeric({ precision: 5, scale: 2, mode: 'number' }),
    passed: boolean(),
  },
  (t) => [
    unique('quiz_attempts_number').on(t.enrolmentId, t.number),
    uniqueIndex('quiz_attempts_one_open').on(t.personId, t.trainingId).where(sql`finished_at is null`),
    check('quiz_attempts_order', sql`${t.finishedAt} >= ${t.startedAt} and ${t.deadlineAt} > ${t.startedAt}`),
    check(
      'quiz_attempts_result',
      sql`num_nonnulls(${t.finishedAt}, ${t.score}, ${t.passed}) in (0, 3) and ${t.score} between 0 and 100`,
    ),
    index('quiz_attempts_training').on(t.trainingId, t.finishedAt),
  ],
)

/** The questions drawn for an attempt, in the order in which they and their options are shown. */
export const attemptQuestions = pgTable(
  'attempt_questions',
  {
    attemptId: idOf('attempt_id', () => quizAttempts.id),
    position: smallint().notNull(),
    questionId: idOf('question_id', () => quizQuestions.id),
    /** Ids of options. */
    shown: integer().array().notNull(),
    answer: jsonb().$type<Answer>(),
    answeredAt: moment('answered_at'),
    /** Known when the attempt is over. */
    correct: boolean(),
  },
  (t) => [
    primaryKey({ columns: [t.attemptId, t.position] }),
    unique('attempt_questions_once').on(t.attemptId, t.questionId),
    check('attempt_questions_answered', sql`num_nonnulls(${t.answer}, ${t.answeredAt}) in (0, 2)`),
    index('attempt_questions_question').on(t.questionId),
  ],
)
