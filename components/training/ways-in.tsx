import { OwnChecks } from '#components/training/checks'
import { SelfPaced } from '#components/training/self-paced'
import { Sessions } from '#components/training/sessions'
import type { FormAction } from '#components/ui/form-state'
import type { Locale } from '#domain/text'
import type { Check } from '#server/training/check-queries'
import type { Course } from '#server/training/course-queries'
import type { TrainingPage } from '#server/training/training-queries'

type Props = {
  training: TrainingPage
  /** Where it is taken at one's own pace. */
  course: Course | undefined
  checks: readonly Check[]
  now: Date
  locale: Locale
  actions: Record<'enrol' | 'begin' | 'withdraw' | 'ask' | 'startQuiz', FormAction>
}

/** How one takes a training: at one's own pace, by a check-list at the workplace, in a session; the last two may stand together. */
export function WaysIn({ training, course, checks, now, locale, actions }: Props) {
  const { id: trainingId, ownState, ownEnrolmentId } = training
  if (course) {
    const { begin, withdraw, startQuiz } = actions
    return (
      <SelfPaced
        training={training}
        enrolmentId={ownEnrolmentId}
        {...{ course, now, locale, begin, withdraw, startQuiz }}
      />
    )
  }
  const begun = ownState === 'booked' || ownState === 'attended'
  const mayAsk = ownState === null || ownState === 'requested'
  const asking = {
    trainingId,
    count: training.asking,
    ownId: ownState && ownEnrolmentId,
    action: actions.ask,
  }
  return (
    <>
      {checks.length > 0 && (
        <OwnChecks
          enrolmentId={begun ? ownEnrolmentId : null}
          begin={actions.begin}
          withdraw={actions.withdraw}
          {...{ checks, trainingId, now, locale }}
        />
      )}
      {(checks.length === 0 || training.sessions.length > 0 || training.told) && (
        <Sessions
          sessions={training.sessions}
          enrolled={ownState !== null && ownState !== 'requested'}
          locale={locale}
          enrol={actions.enrol}
          withdraw={actions.withdraw}
          asking={mayAsk ? asking : undefined}
          told={training.told}
        />
      )}
    </>
  )
}
