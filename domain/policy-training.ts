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
  'training.ask': { everyone: 'own' },
  'training.calendar': { everyone: 'own' },
  'training.begin': { everyone: 'own' },
  'training.withdraw': { everyone: 'own', hr: 'all', trainer: 'all' },
  'training.refuse': { hr: 'all', trainer: 'all' },
  // Sums over everybody, without names.
  'training.demand': { hr: 'all', trainer: 'all' },
  'training.centre': { hr: 'all', trainer: 'all' },
  'training.session': { hr: 'all', trainer: 'all' },
  'training.planSeries': { hr: 'all', trainer: 'all' },
  'training.changeSession': { hr: 'all', trainer: 'all' },
  'training.cancelSession': { hr: 'all', trainer: 'all' },
  'training.markSession': { hr: 'all', trainer: 'all' },
  // Lessons are open to everybody; answers are one's own.
  'training.course': { everyone: 'all' },
  'training.attempt': { everyone: 'own' },
  'training.readLesson': { everyone: 'own' },
  'training.startQuiz': { everyone: 'own' },
  'training.answer': { everyone: 'own' },
  'training.finishQuiz': { everyone: 'own' },
  'training.courseDesk': { hr: 'all', trainer: 'all' },
  'training.add': { hr: 'all', trainer: 'all' },
  'training.saveLesson': { hr: 'all', trainer: 'all' },
  'training.retireLesson': { hr: 'all', trainer: 'all' },
  'training.setQuiz': { hr: 'all', trainer: 'all' },
  'training.addQuestion': { hr: 'all', trainer: 'all' },
  'training.retireQuestion': { hr: 'all', trainer: 'all' },
  'training.team': { supervisor: 'team', head: 'site', hr: 'all', trainer: 'all' },
  'training.assign': { supervisor: 'team', head: 'site', hr: 'all' },
  // An outside learning system speaks with a token of the learning centre.
  'training.recordStatement': { hr: 'all', trainer: 'all' },
  'training.remind': {},
  // What time alone decides.
  'training.settle': {},
  // Levels, validity and words of what stands in the catalogue, and its check-list.
  'training.edit': { hr: 'all', trainer: 'all' },
  'training.retire': { hr: 'all', trainer: 'all' },
  'training.setChecks': { hr: 'all', trainer: 'all' },
  'training.setPool': { hr: 'all', trainer: 'all' },
  // Whoever saw it done says so; never for oneself.
  'training.signCheck': { mentor: 'mentees', supervisor: 'team', head: 'site', hr: 'all', trainer: 'all' },
  'training.undoCheck': { mentor: 'mentees', supervisor: 'team', head: 'site', hr: 'all', trainer: 'all' },
  'training.numbers': { hr: 'all', trainer: 'all' },
  'training.importTrainings': { hr: 'all', trainer: 'all' },
  'training.importSessions': { hr: 'all', trainer: 'all' },
  'training.importCompletions': { hr: 'all', trainer: 'all' },
  'training.rate': { everyone: 'own' },
  'training.planSession': { hr: 'all', trainer: 'all' },
  'training.complete': { hr: 'all', trainer: 'all' },
  // Whoever holds a certificate in hand may ask whether it is true; a visitor asks as the application.
  'training.verify': { everyone: 'all' },
  // Made once, by the application, when the first credential is asked for.
  'training.keepSigningKey': {},
  'training.revokeCertificate': { hr: 'all', trainer: 'all' },
} as const satisfies Record<string, PolicyRow>
