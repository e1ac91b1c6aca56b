import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { LinkButton } from '#components/ui/link-button'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Question = {
  id: string
  question: Text
  closesAt: string
  answers: number
  answered: boolean
  choices: readonly Text[]
  tapped: number | null
}
type Props = { question: Question; locale: Locale; tap: FormAction }

/** The question of the week with its one next step: a press where answers are offered, and always one's own words. */
export function QuestionCard({ question, locale, tap }: Props) {
  const t = useTranslations('ideas.question')
  const format = useFormatter()
  const until = format.dateTime(new Date(question.closesAt), { day: 'numeric', month: 'long' })
  const { choices, tapped } = question
  return (
    <Section id="question" title={t('title')}>
      <div className="card grid gap-4">
        <p className="font-semibold">{inLocale(question.question, locale)}</p>
        {choices.length > 0 && (
          <ActionForm action={tap} resetWhenDone={false} label={t('tap')} className="flex flex-wrap gap-2">
            <input type="hidden" name="campaignId" value={question.id} />
            {choices.map((choice, at) => (
              <PendingButton
                key={choice.uk}
                variant={at === tapped ? 'primary' : 'quiet'}
                size="small"
                icon={at === tapped ? 'check' : undefined}
                name="choice"
                value={String(at)}
              >
                {inLocale(choice, locale)}
              </PendingButton>
            ))}
          </ActionForm>
        )}
        {choices.length > 0 && <p className="text-small text-soft">{t('tapHint')}</p>}
        <p className="text-small text-soft">
          {t('until', { date: until })} · {t('answers', { count: question.answers })}
        </p>
        {question.answered && <p className="text-small text-soft">{t('answered')}</p>}
        <LinkButton
          href={`/ideas/new?question=${question.id}`}
          variant={choices.length > 0 ? 'quiet' : 'primary'}
          icon="answer"
          className="justify-self-start"
        >
          {t('answer')}
        </LinkButton>
      </div>
    </Section>
  )
}
