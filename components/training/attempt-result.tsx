import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/link-button'
import { Notice } from '#components/ui/notice'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { AttemptPage } from '#server/training/quiz-queries'

type Question = AttemptPage['questions'][number]

/** How an attempt ended, then each question with what was answered, what is right, and why. */
export function AttemptResult({ attempt, locale }: { attempt: AttemptPage; locale: Locale }) {
  const t = useTranslations('training.quiz')
  const { passed, score, passMark, number, attempts, pauseHours } = attempt
  const left = attempts - number
  const failed = { score: score ?? 0, passMark, left, hours: pauseHours }
  const waiting = pauseHours > 0 ? 'failedPause' : 'failedLead'
  const failedKey = left > 0 ? waiting : 'failedLast'
  return (
    <div className="grid max-w-[72ch] gap-8">
      <Notice tone={passed ? 'good' : 'warn'}>
        {passed ? t('passedLead', { score: score ?? 0 }) : t(failedKey, failed)}
      </Notice>
      <p>
        <LinkButton href={passed ? '/training/mine' : `/training/${attempt.slug}`} variant="primary">
          {passed ? t('toCertificate') : t('toCourse')}
        </LinkButton>
      </p>
      <Section id="answers" title={t('answers')}>
        <ol className="rows">
          {attempt.questions.map((question) => (
            <li key={question.position} className="row items-start!">
              <div className="grid min-w-0 flex-1 gap-1">
                <p className="font-semibold">{inLocale(question.prompt, locale)}</p>
                <p>
                  <Status tone={question.correct ? 'good' : 'warn'}>
                    {t(question.correct ? 'right' : 'wrong')}
                  </Status>
                </p>
                <p className="text-small">
                  {t('yours', { answer: givenText(question, locale) || t('none') })}
                </p>
                {!question.correct && (
                  <p className="text-small">{t('rightIs', { answer: rightText(question, locale) })}</p>
                )}
                {question.explanation && (
                  <p className="text-small text-soft">{inLocale(question.explanation, locale)}</p>
                )}
              </div>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  )
}

const joined = (kind: Question['kind'], labels: readonly string[]): string =>
  kind === 'ordering' ? labels.map((label, at) => `${at + 1}) ${label}`).join(' ') : labels.join('; ')

const givenText = ({ kind, answer, options }: Question, locale: Locale): string => {
  if (kind === 'text') return answer?.text ?? ''
  const labels = (answer?.chosen ?? []).flatMap((id) => {
    const option = options.find((one) => one.id === id)
    return option ? [inLocale(option, locale)] : []
  })
  return joined(kind, labels)
}

const rightText = ({ kind, right }: Question, locale: Locale): string =>
  joined(
    kind,
    (right ?? []).slice(0, kind === 'text' ? 1 : undefined).map((option) => inLocale(option, locale)),
  )
