import { useFormatter, useTranslations } from 'next-intl'
import { Checkbox } from '#components/ui/checkbox'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { LinkTabs } from '#components/ui/link-tabs'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { RadioGroup } from '#components/ui/radio-group'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { AttemptPage } from '#server/training/quiz-queries'

type Question = AttemptPage['questions'][number]
type Props = {
  attempt: AttemptPage
  question: Question
  now: Date
  locale: Locale
  answer: FormAction
  finish: FormAction
}

/** One question at a time: each answer is kept at once, so that nothing is lost when the page is. */
export function QuestionForm({ attempt, question, now, locale, answer, finish }: Props) {
  const t = useTranslations('training.quiz')
  const format = useFormatter()
  const { questions, deadlineAt } = attempt
  const answered = questions.filter((one) => one.answer !== null).length
  const over = deadlineAt !== null && new Date(deadlineAt) < now
  const tabs = questions.map(({ position, answer: given }) => ({
    href: `?at=${position}`,
    label: String(position),
    sign: given ? { icon: 'check' as const, spoken: t('answeredTab') } : undefined,
    current: position === question.position,
  }))
  return (
    <div className="grid max-w-[72ch] gap-8">
      <LinkTabs label={t('all')} tabs={tabs} />
      {deadlineAt && (
        <Notice tone={over ? 'bad' : 'warn'}>
          {over
            ? t('timeOver')
            : t('until', {
                at: format.dateTime(new Date(deadlineAt), {
                  hour: '2-digit',
                  minute: '2-digit',
                  hourCycle: 'h23',
                }),
              })}
        </Notice>
      )}
      {!over && (
        <ActionForm
          key={question.position}
          action={answer}
          label={t('question', { position: question.position, count: questions.length })}
          resetWhenDone={false}
        >
          <input type="hidden" name="attemptId" value={attempt.id} />
          <input type="hidden" name="position" value={question.position} />
          <h2 className="section-title">
            {t('question', { position: question.position, count: questions.length })}
          </h2>
          <Options question={question} locale={locale} />
          <PendingButton className="justify-self-start">{t('keep')}</PendingButton>
        </ActionForm>
      )}
      <ActionForm action={finish} label={t('finish')}>
        <input type="hidden" name="attemptId" value={attempt.id} />
        <p className="text-small text-soft">{t('answered', { answered, count: questions.length })}</p>
        <PendingButton
          variant={answered === questions.length || over ? 'primary' : 'quiet'}
          className="justify-self-start"
        >
          {t('finish')}
        </PendingButton>
      </ActionForm>
    </div>
  )
}

function Options({ question, locale }: { question: Question; locale: Locale }) {
  const t = useTranslations('training.quiz')
  const prompt = inLocale(question.prompt, locale)
  const options = question.options.map((option) => ({
    value: String(option.id),
    label: inLocale(option, locale),
  }))
  const chosen = question.answer?.chosen ?? []
  if (question.kind === 'text')
    return (
      <TextInput name="text" label={prompt} defaultValue={question.answer?.text} maxLength={200} required />
    )
  if (question.kind === 'single')
    return (
      <RadioGroup
        name="chosen"
        label={prompt}
        options={options}
        defaultValue={chosen[0] === undefined ? undefined : String(chosen[0])}
        required
      />
    )
  if (question.kind === 'multiple')
    return (
      <fieldset className="grid gap-1">
        <legend className="field-label">{prompt}</legend>
        <p className="field-note">{t('several')}</p>
        {options.map(({ value, label }) => (
          <Checkbox
            key={value}
            name="chosen"
            value={value}
            label={label}
            defaultChecked={chosen.includes(Number(value))}
          />
        ))}
      </fieldset>
    )
  const places = options.map((_, at) => ({ value: String(at + 1), label: String(at + 1) }))
  return (
    <fieldset className="grid gap-4">
      <legend className="field-label">{prompt}</legend>
      <p className="field-note">{t('order')}</p>
      {options.map(({ value, label }, at) => (
        <div key={value}>
          <input type="hidden" name={`places[${at}].id`} value={value} />
          <Select
            name={`places[${at}].place`}
            label={label}
            options={places}
            placeholder={t('place')}
            defaultValue={chosen.length ? String(chosen.indexOf(Number(value)) + 1) : undefined}
            required
          />
        </div>
      ))}
    </fieldset>
  )
}
