import { useFormatter, useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/link-button'
import { Section } from '#components/ui/section'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Question = { id: string; question: Text; closesAt: string; answers: number; answered: boolean }

/** The question of the week with its one next step. */
export function QuestionCard({ question, locale }: { question: Question; locale: Locale }) {
  const t = useTranslations('ideas.question')
  const format = useFormatter()
  const until = format.dateTime(new Date(question.closesAt), { day: 'numeric', month: 'long' })
  return (
    <Section id="question" title={t('title')}>
      <div className="card grid gap-4">
        <p className="font-semibold">{inLocale(question.question, locale)}</p>
        <p className="text-small text-soft">
          {t('until', { date: until })} · {t('answers', { count: question.answers })}
        </p>
        {question.answered && <p className="text-small text-soft">{t('answered')}</p>}
        <LinkButton
          href={`/ideas/new?question=${question.id}`}
          variant="primary"
          icon="answer"
          className="justify-self-start"
        >
          {t('answer')}
        </LinkButton>
      </div>
    </Section>
  )
}
