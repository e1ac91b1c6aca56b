import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import { QUESTION_KINDS } from '#domain/quizzes'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { CourseDesk } from '#server/training/course-desk-queries'

export type DeskActions = Record<
  'saveLesson' | 'retireLesson' | 'setQuiz' | 'addQuestion' | 'retireQuestion',
  FormAction
>
type Props = { desk: CourseDesk; locale: Locale; actions: DeskActions }

/** Where a course is built: its lessons, the rules of its quiz, its questions. */
export function CourseDeskView({ desk, locale, actions }: Props) {
  const t = useTranslations('training.desk')
  return (
    <>
      <Section id="lessons" title={t('lessons')} note={t('lessonsNote')}>
        {desk.lessons.map((lesson) => (
          <Disclosure key={lesson.id} summary={`${lesson.position}. ${inLocale(lesson.title, locale)}`}>
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
      <Rules desk={desk} set={actions.setQuiz} />
      {desk.rules && <Questions desk={desk} locale={locale} actions={actions} />}
    </>
  )
}

type LessonProps = { trainingId: string; lesson?: CourseDesk['lessons'][number]; save: FormAction }

function LessonForm({ trainingId, lesson, save }: LessonProps) {
  const t = useTranslations('training.desk')
  return (
    <ActionForm
      action={save}
      label={lesson ? t('saveLesson') : t('addLesson')}
      resetWhenDone={!lesson}
      className="grid max-w-3xl gap-5"
    >
      <input type="hidden" name="trainingId" value={trainingId} />
      {lesson && <input type="hidden" name="lessonId" value={lesson.id} />}
      <TextInput
        name="title.uk"
        label={t('titleUk')}
        defaultValue={lesson?.title.uk}
        maxLength={150}
        required
      />
      <TextInput name="title.en" label={t('titleEn')} defaultValue={lesson?.title.en} maxLength={150} />
      <TextArea
        name="body.uk"
        label={t('bodyUk')}
        hint={t('bodyHint')}
        defaultValue={lesson?.body.uk}
        rows={10}
        maxLength={20000}
        required
      />
      <TextArea
        name="body.en"
        label={t('bodyEn')}
        defaultValue={lesson?.body.en}
        rows={10}
        maxLength={20000}
      />
      <TextInput
        name="minutes"
        type="number"
        min={1}
        max={240}
        label={t('minutes')}
        defaultValue={String(lesson?.minutes ?? 5)}
        required
      />
      <TextInput
        name="videoUrl"
        type="url"
        label={t('video')}
        hint={t('videoHint')}
        defaultValue={lesson?.videoUrl ?? undefined}
        maxLength={500}
      />
      <PendingButton className="justify-self-start">
        {lesson ? t('saveLesson') : t('addLesson')}
      </PendingButton>
    </ActionForm>
  )
}

function Rules({ desk, set }: { desk: CourseDesk; set: FormAction }) {
  const t = useTranslations('training.desk')
  const { rules } = desk
  const number = (
    name: string,
    label: string,
    value: number | null | undefined,
    max: number,
    required = true,
  ) => (
    <TextInput
      name={name}
      type="number"
      min={name === 'pauseHours' ? 0 : 1}
      max={max}
      label={label}
      defaultValue={value === null || value === undefined ? undefined : String(value)}
      required={required}
    />
  )
  return (
    <Section id="rules" title={t('rules')} note={t('rulesNote')}>
      <ActionForm action={set} label={t('rules')} resetWhenDone={false} className="grid max-w-2xl gap-5">
        <input type="hidden" name="trainingId" value={desk.id} />
        <div className="grid items-end gap-5 sm:grid-cols-2">
          {number('draw', t('draw'), rules?.draw ?? 8, 50)}
          {number('passMark', t('passMark'), rules?.passMark ?? 75, 100)}
          {number('attempts', t('attempts'), rules?.attempts ?? 3, 20)}
          {number('pauseHours', t('pauseHours'), rules?.pauseHours ?? 4, 720)}
          {number('minutes', t('limit'), rules?.minutes, 480, false)}
        </div>
        <PendingButton className="justify-self-start">{t('saveRules')}</PendingButton>
      </ActionForm>
    </Section>
  )
}

function Questions({ desk, locale, actions }: Props) {
  const t = useTranslations('training.desk')
  const kinds = QUESTION_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))
  return (
    <Section id="questions" title={t('questions')} note={t('questionsNote')}>
      <ul className="rows">
        {desk.questions.map(({ id, kind, prompt, options, asked, right }) => (
          <li key={id} className="row flex-wrap items-start!">
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-semibold">{inLocale(prompt, locale)}</p>
              <p className="text-small text-soft">
                {[
                  t(`kinds.${kind}`),
                  t('askedTimes', { asked, share: asked ? Math.round((right / asked) * 100) : 0 }),
                ].join(' · ')}
              </p>
              <p className="text-small">
                {options
                  .filter((option) => option.right || kind === 'ordering' || kind === 'text')
                  .map((option) => inLocale(option, locale))
                  .join('; ')}
              </p>
            </div>
            <ActionForm
              action={actions.retireQuestion}
              label={`${t('retireQuestion')}: ${inLocale(prompt, locale)}`}
            >
              <input type="hidden" name="questionId" value={id} />
              <PendingButton variant="plain" size="small">
                {t('retireQuestion')}
              </PendingButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      <Disclosure summary={t('addQuestion')} open={desk.questions.length === 0}>
        <ActionForm action={actions.addQuestion} label={t('addQuestion')} className="grid max-w-3xl gap-5">
          <input type="hidden" name="trainingId" value={desk.id} />
          <Select name="kind" label={t('kind')} options={kinds} defaultValue="single" required />
          <TextArea name="prompt.uk" label={t('promptUk')} rows={2} maxLength={500} required />
          <TextArea name="prompt.en" label={t('promptEn')} rows={2} maxLength={500} />
          <TextArea
            name="options.uk"
            label={t('optionsUk')}
            hint={t('optionsHint')}
            rows={5}
            maxLength={4000}
            required
          />
          <TextArea
            name="options.en"
            label={t('optionsEn')}
            hint={t('optionsEnHint')}
            rows={5}
            maxLength={4000}
          />
          <TextArea name="explanation.uk" label={t('explanationUk')} rows={2} maxLength={1000} required />
          <TextArea name="explanation.en" label={t('explanationEn')} rows={2} maxLength={1000} />
          <PendingButton className="justify-self-start">{t('addQuestion')}</PendingButton>
        </ActionForm>
      </Disclosure>
    </Section>
  )
}
