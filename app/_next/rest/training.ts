import type { Operation } from '#app/_next/operations'
import { addQuestion } from '#server/training/add-question'
import { addTraining } from '#server/training/add-training'
import { answerQuestion } from '#server/training/answer'
import { askForDate } from '#server/training/ask'
import { assignTraining } from '#server/training/assign'
import { beginTraining } from '#server/training/begin'
import { cancelSession } from '#server/training/cancel-session'
import { verifyCertificate } from '#server/training/certificate-queries'
import { changeSession } from '#server/training/change-session'
import { findChecks, listLearners } from '#server/training/check-queries'
import { completeTraining } from '#server/training/complete'
import { findCourseDesk } from '#server/training/course-desk-queries'
import { findCourse, findLesson } from '#server/training/course-queries'
import { listDemand } from '#server/training/demand-queries'
import { editTraining } from '#server/training/edit'
import { enrol } from '#server/training/enrol'
import { finishQuiz } from '#server/training/finish-quiz'
import { importCompletions } from '#server/training/import-completions'
import { importSessions } from '#server/training/import-sessions'
import { importTrainings } from '#server/training/import-trainings'
import { listCompletions, listEnrolments, listSessions } from '#server/training/lists-queries'
import { markSession } from '#server/training/mark-session'
import { trainingNumbers } from '#server/training/numbers-queries'
import { planSeries } from '#server/training/plan-series'
import { planSession } from '#server/training/plan-session'
import { listTrainings } from '#server/training/queries'
import { findAttempt } from '#server/training/quiz-queries'
import { rateTraining } from '#server/training/rate'
import { readLesson } from '#server/training/read-lesson'
import { recordStatements } from '#server/training/record-statements'
import { refuseEnrolment } from '#server/training/refuse'
import { retireTraining } from '#server/training/retire'
import { retireLesson } from '#server/training/retire-lesson'
import { retireQuestion } from '#server/training/retire-question'
import { revokeCertificate } from '#server/training/revoke-certificate'
import { saveLesson } from '#server/training/save-lesson'
import { findSession } from '#server/training/session-page-queries'
import { setChecks } from '#server/training/set-checks'
import { setPool } from '#server/training/set-pool'
import { setQuiz } from '#server/training/set-quiz'
import { signChecks } from '#server/training/sign-checks'
import { startQuiz } from '#server/training/start-quiz'
import { teamMatrix } from '#server/training/team-queries'
import { findTraining } from '#server/training/training-queries'
import { undoCheck } from '#server/training/undo-check'
import { withdraw } from '#server/training/withdraw'
import { withdrawAssignment } from '#server/training/withdraw-assignment'

export const operations: Operation[] = [
  { method: 'GET', path: '/trainings', run: listTrainings },
  { method: 'GET', path: '/trainings/{slug}', run: findTraining },
  { method: 'POST', path: '/trainings/{trainingId}/enrolments', run: beginTraining },
  { method: 'GET', path: '/trainings/{trainingId}/course', run: findCourse },
  { method: 'GET', path: '/trainings/{slug}/lessons/{position}', run: findLesson },
  { method: 'POST', path: '/lessons/{lessonId}/reading', run: readLesson },
  { method: 'GET', path: '/trainings/{slug}/attempt', run: findAttempt },
  { method: 'POST', path: '/trainings/{trainingId}/attempts', run: startQuiz },
  { method: 'PUT', path: '/attempts/{attemptId}/answers/{position}', run: answerQuestion },
  { method: 'POST', path: '/attempts/{attemptId}/end', run: finishQuiz },
  { method: 'POST', path: '/trainings', run: addTraining },
  { method: 'GET', path: '/trainings/{slug}/desk', run: findCourseDesk },
  { method: 'POST', path: '/trainings/{trainingId}/lessons', run: saveLesson },
  { method: 'DELETE', path: '/lessons/{lessonId}', run: retireLesson },
  { method: 'PUT', path: '/trainings/{trainingId}/quiz', run: setQuiz },
  { method: 'POST', path: '/trainings/{trainingId}/questions', run: addQuestion },
  { method: 'DELETE', path: '/questions/{questionId}', run: retireQuestion },
  { method: 'PUT', path: '/trainings/{trainingId}', run: editTraining },
  { method: 'DELETE', path: '/trainings/{trainingId}', run: retireTraining },
  { method: 'POST', path: '/trainings/{trainingId}/pools', run: setPool },
  { method: 'GET', path: '/trainings/{trainingId}/checks', run: findChecks },
  { method: 'PUT', path: '/trainings/{trainingId}/checks', run: setChecks },
  { method: 'GET', path: '/trainings/learners', run: listLearners },
  { method: 'POST', path: '/enrolments/{enrolmentId}/checks', run: signChecks },
  { method: 'DELETE', path: '/enrolments/{enrolmentId}/checks/{checkId}', run: undoCheck },
  { method: 'GET', path: '/trainings/numbers', run: trainingNumbers },
  { method: 'POST', path: '/trainings/import', run: importTrainings },
  { method: 'POST', path: '/sessions/import', run: importSessions },
  { method: 'POST', path: '/completions/import', run: importCompletions },
  { method: 'GET', path: '/trainings/team', run: teamMatrix },
  { method: 'POST', path: '/trainings/{trainingId}/assignments', run: assignTraining },
  { method: 'DELETE', path: '/assignments/{assignmentId}', run: withdrawAssignment },
  // The standard's own answer: 200 and the ids.
  { method: 'POST', path: '/xapi/statements', run: recordStatements, status: 200 },
  { method: 'GET', path: '/sessions', run: listSessions },
  { method: 'POST', path: '/sessions', run: planSession },
  { method: 'POST', path: '/sessions/{sessionId}/enrolments', run: enrol },
  { method: 'POST', path: '/sessions/series', run: planSeries },
  { method: 'GET', path: '/sessions/{sessionId}', run: findSession },
  { method: 'PUT', path: '/sessions/{sessionId}', run: changeSession },
  { method: 'POST', path: '/sessions/{sessionId}/cancellation', run: cancelSession },
  { method: 'POST', path: '/sessions/{sessionId}/marks', run: markSession },
  { method: 'POST', path: '/trainings/{trainingId}/requests', run: askForDate },
  { method: 'POST', path: '/enrolments/{enrolmentId}/refusal', run: refuseEnrolment },
  { method: 'GET', path: '/trainings/demand', run: listDemand },
  { method: 'PUT', path: '/trainings/{trainingId}/rating', run: rateTraining },
  { method: 'GET', path: '/enrolments', run: listEnrolments },
  { method: 'DELETE', path: '/enrolments/{enrolmentId}', run: withdraw },
  { method: 'GET', path: '/completions', run: listCompletions },
  { method: 'POST', path: '/completions', run: completeTraining },
  { method: 'GET', path: '/certificates/{code}', run: verifyCertificate },
  { method: 'POST', path: '/certificates/{code}/revocation', run: revokeCertificate },
]
