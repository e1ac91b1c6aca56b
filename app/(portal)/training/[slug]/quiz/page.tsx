import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { AttemptResult } from '#components/training/attempt-result'
import { QuestionForm } from '#components/training/question-form'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { inLocale } from '#domain/text'
import { findAttempt } from '#server/training/quiz-queries'
import { answerAction, finishAction } from '../../quiz-actions'

const readAttempt = once(findAttempt)

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const [{ actor }, { slug }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('training.quiz'),
  ])
  const found = await readAttempt(actor, { slug }).catch(() => undefined)
  return { title: found ? t('of', { title: inLocale(found.training, locale) }) : t('title') }
}

/** An open attempt goes on at its first unanswered question; a finished one shows what was right, and why. */
export default async function QuizPage({ params, searchParams }: Props) {
  const [{ actor }, { slug }, given, locale, t] = await Promise.all([
    requireSession(),
    params,
    searchParams,
    getLocale(),
    getTranslations('training'),
  ])
  const attempt = await seen(readAttempt(actor, { slug }))
  const { at } = pageQuery(given, ['at']).known
  const title = inLocale(attempt.training, locale)
  const over = attempt.finishedAt !== null
  const chosen = attempt.questions.find(({ position }) => String(position) === at)
  const question =
    chosen ?? attempt.questions.find(({ answer }) => answer === null) ?? attempt.questions.at(-1)
  return (
    <>
      <PageHeader
        title={t('quiz.of', { title })}
        above={
          <Breadcrumbs
            trail={[
              { href: '/training', label: t('title') },
              { href: `/training/${slug}`, label: title },
            ]}
          />
        }
      />
      {over || !question ? (
        <AttemptResult attempt={attempt} locale={locale} />
      ) : (
        <QuestionForm
          attempt={attempt}
          question={question}
          now={new Date()}
          locale={locale}
          answer={answerAction}
          finish={finishAction}
        />
      )}
    </>
  )
}
