import type { Requirement, Standing } from '#domain/readiness'

/** A requirement with what a test says of it; the rest asks for nothing. */
export const asked = (said: Partial<Requirement> & Pick<Requirement, 'id' | 'kind'>): Requirement => ({
  positionId: '00000000-0000-4000-8000-000000000050',
  competenceId: null,
  level: null,
  trainingId: null,
  key: null,
  threshold: null,
  windowMonths: null,
  hard: true,
  weight: 1,
  ...said,
})

/** Somebody hired today, of whom nothing is known yet. */
export const newcomer = (today: string): Standing => ({
  today,
  hiredOn: today,
  levels: {},
  passed: {},
  metrics: [],
  evidence: [],
  daysIn: {},
  firstIn: {},
})
