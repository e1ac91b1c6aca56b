/** Days after which each kind of waiting is a case, and in whose hands it lies. */
export const STALLED = {
  'wish-unanswered': { days: 14, whose: 'companion' },
  'no-step': { days: 30, whose: 'person' },
  'step-overdue': { days: 0, whose: 'owner' },
  'check-in-missed': { days: 0, whose: 'companion' },
  'training-unanswered': { days: 5, whose: 'learning' },
  'waiting-for-seat': { days: 30, whose: 'learning' },
  'learned-not-assessed': { days: 14, whose: 'supervisor' },
  'assessment-unanswered': { days: 10, whose: 'supervisor' },
  'application-late': { days: 0, whose: 'hr' },
  'refusal-without-talk': { days: 5, whose: 'supervisor' },
  'release-slipped': { days: 0, whose: 'hr' },
  'ready-without-seat': { days: 60, whose: 'hr' },
  'certificate-ending': { days: 0, whose: 'person' },
} as const satisfies Record<
  string,
  { days: number; whose: 'person' | 'companion' | 'owner' | 'supervisor' | 'learning' | 'hr' }
>

export type StalledKind = keyof typeof STALLED
export const STALLED_KINDS = Object.keys(STALLED) as [StalledKind, ...StalledKind[]]

/** Functions, never names: published figures of waiting speak of these alone. */
export const WHOSE = ['person', 'supervisor', 'learning', 'hr'] as const
export type Whose = (typeof WHOSE)[number]

/** Days ahead in which a pass that ends asks to be renewed. */
export const RENEW_DAYS = 30
