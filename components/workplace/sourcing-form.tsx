import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button'
import { RadioGroup } from '#components/ui/radio-group'
import type { Answers } from '#domain/sourcing'
import { QUESTIONS } from '#domain/sourcing'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

/** The sixteen questions of the table; asking for advice changes nothing, so the answers travel in the address. */
export function SourcingForm({ answers, locale }: { answers: Answers; locale: Locale }) {
  const words = useTranslations('workplace.sourcing')
  return (
    <form
      method="get"
      action="/workplace/sourcing"
      aria-label={words('questions')}
      className="grid max-w-2xl gap-6"
    >
      {QUESTIONS.map((question, index) => (
        <RadioGroup
          key={question.key}
          name={question.key}
          label={`${index + 1}. ${inLocale(question.title, locale)}`}
          defaultValue={answers[question.key]}
          options={question.options.map(({ key, label }) => ({ value: key, label: inLocale(label, locale) }))}
        />
      ))}
      <Button type="submit" variant="primary" className="justify-self-start">
        {words('advise')}
      </Button>
    </form>
  )
}
