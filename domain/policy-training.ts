import type { PolicyRow } from '#domain/access'

/** Trainings, their sessions, and what people have passed; «learning centre» is HR and the duty `trainer`. */
export const training = {
  'training.list': { everyone: 'all' },
  'training.show': { everyone: 'all' },
  'training.sessions': { everyone: 'all' },
  'training.enrolments': {
    everyone: 'own',
    mentor: 'mentees',
    supervisor: 'team',
    head: 'site',
    hr: 'all',
    trainer: 'all',
  },
  'training.completions': {
    everyone: 'own',
    mentor: 'mentees',
    supervisor: 'team',
    head: 'site',
    hr: 'all',
    trainer: 'all',
  },
  'training.enrol': { everyone: 'own' },
  'training.begin': { everyone: 'own' },
  'training.withdraw': { everyone: 'own', hr: 'all', trainer: 'all' },
  'training.planSession': { hr: 'all', trainer: 'all' },
  'training.complete': { hr: 'all', trainer: 'all' },
  // Whoever holds a certificate in hand may ask whether it is true; a visitor asks as the application.
  'training.verify': { everyone: 'all' },
  'training.revokeCertificate': { hr: 'all', trainer: 'all' },
} as const satisfies Record<string, PolicyRow>
