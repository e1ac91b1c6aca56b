import { conflictLessons } from './conflict-lessons'
import { conflictQuestions } from './conflict-questions'
import type { Course } from './course'
import { serviceLessons } from './service-lessons'
import { serviceQuestions } from './service-questions'
import { voiceLessons } from './voice-lessons'
import { voiceQuestions } from './voice-questions'

/** The shipped courses that people take at their own pace. */
export const COURSES: readonly Course[] = [
  {
    slug: 'service-standard',
    code: 'T26',
    title: { uk: 'Ласкаво просимо: стандарт сервісу', en: 'Welcome: the standard of service' },
    about: {
      uk: 'З чого складається добра розмова, які слова допомагають і як берегти дані клієнта. Чотири уроки й короткий тест.',
      en: 'What a good talk is made of, which words help, and how to keep customer data safe. Four lessons and a short quiz.',
    },
    hours: 1,
    validMonths: null,
    examConfirms: true,
    levels: [
      { competence: 'speech', toLevel: 1 },
      { competence: 'compliance', toLevel: 1 },
    ],
    quiz: { draw: 8, passMark: 75, attempts: 3, pauseHours: 1, minutes: null },
    lessons: serviceLessons,
    questions: serviceQuestions,
  },
  {
    slug: 'complaints-and-conflict',
    code: 'T27',
    title: { uk: 'Скарги й конфлікти: чотири кроки', en: 'Complaints and conflict: four steps' },
    about: {
      uk: 'Чому люди сердяться, що сказати, де межа й як відновитися після важкої розмови. Рівень підтверджує супервізор за вашими розмовами.',
      en: 'Why people are angry, what to say, where the limit is, and how to recover after a hard talk. Your supervisor confirms the level by your talks.',
    },
    hours: 1.5,
    validMonths: null,
    examConfirms: false,
    levels: [{ competence: 'conflict', toLevel: 2 }],
    quiz: { draw: 8, passMark: 75, attempts: 3, pauseHours: 4, minutes: 30 },
    lessons: conflictLessons,
    questions: conflictQuestions,
  },
  {
    slug: 'voice-and-rest',
    code: 'T28',
    title: { uk: 'Гігієна голосу й відпочинок', en: 'Care of the voice, and rest' },
    about: {
      uk: 'Як працює голос, розминка на пʼять хвилин, паузи й вода, і чому найкращий відпочинок — інше завдання.',
      en: 'How the voice works, five minutes of warming up, pauses and water, and why the best rest is another task.',
    },
    hours: 1,
    validMonths: 24,
    examConfirms: true,
    levels: [{ competence: 'resilience', toLevel: 1 }],
    quiz: { draw: 7, passMark: 70, attempts: 5, pauseHours: 0, minutes: null },
    lessons: voiceLessons,
    questions: voiceQuestions,
  },
]
