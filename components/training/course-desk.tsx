import { useTranslations } from 'next-intl'
import { CheckListForm } from '#components/training/check-list-form'
import { EditTrainingForm } from '#components/training/edit-training'
import { LessonForm } from '#components/training/lesson-form'
import { QuizDesk } from '#components/training/quiz-desk'
import { Disclosure } from '#components/ui/disclosure'
import { FoldedForm } from '#components/ui/folded-form'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { CourseDesk } from '#server/training/course-desk-queries'

export type DeskActions = Record<
  | 'edit'
  | 'retire'
  | 'setChecks'
  | 'saveLesson'
  | 'retireLesson'
  | 'setQuiz'
  | 'setPool'
  | 'addQuestion'
  | 'retireQuestion',
  FormAction
>
type Props = { desk: CourseDesk; locale: Locale; actions: DeskActions }

/** Where a training is built: its facts and levels, then what belongs to its format. */
export function CourseDeskView({ desk, locale, actions }: Props) {
  const t = useTranslations('training.desk')
  const byCheckList = desk.format === 'on-the-job' || desk.format === 'mentoring'
  return (
    <>
      {byCheckList && <CheckListForm desk={desk} set={actions.setChecks} />}
      {desk.format === 'self-paced' && (
        <>
          <Lessons desk={desk} locale={locale} actions={actions} />
          <QuizDesk desk={desk} locale={locale} actions={actions} />
        </>
      )}
      <Section id="facts" title={t('facts')} note={t('factsNote')}>
        <Disclosure summary={t('edit')} open={desk.format === 'class'}>
          <EditTrainingForm desk={desk} locale={locale} edit={actions.edit} />
        </Disclosure>
        <FoldedForm
          action={actions.retire}
          title={t('retire')}
          lead={t('retireLead')}
          about={{ trainingId: desk.id }}
          variant="danger"
        />
      </Section>
    </>
  )
}

function Lessons({ desk, locale, actions }: Props) {
  const t = useTranslations('training.desk')
  return (
    <Section id="lessons" title={t('lessons')} note={t('lessonsNote')}>
      {desk.lessons.map((lesson) => (
        <Disclosure key={lesson.id} summary={`${lesson.number}. ${inLocale(lesson.title, locale)}`}>
          <LessonForm trainingId={desk.id} lesson={lesson} save={actions.saveLesson} />
          <ActionForm action={actions.retireLesson} label={t('retireLesson')} className="mt-4">
            <input type="hidden" name="lessonId" value={lesson.id} />
            <PendingButton variant="plain" size="small" className="justify-self-start">
              {t('retireLesson')}
            </PendingButton>
          </ActionForm>
        </Disclosure>
      ))}
      <Disclosure summary={t('addLesson')}>
        <LessonForm trainingId={desk.id} save={actions.saveLesson} />
      </Disclosure>
    </Section>
  )
}
