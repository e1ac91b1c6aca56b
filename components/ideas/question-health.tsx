import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Meter } from '#components/ui/meter'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = {
  rates: readonly { question: Text; rate: number }[]
  tired: boolean
  questionsWeekly: number
  setBudget: FormAction
  locale: Locale
}

/** Whether people still like to be asked, and how often they may be. */
export function QuestionHealth({ rates, tired, questionsWeekly, setBudget, locale }: Props) {
  const t = useTranslations('ideas.health')
  const format = useFormatter()
  const share = (rate: number) => format.number(rate, { style: 'percent' })
  return (
    <Section id="health" title={t('title')}>
      <div className="grid gap-6">
        {tired && <Notice tone="warn">{t('tired')}</Notice>}
        {rates.length > 0 && (
          <div className="grid max-w-xl gap-2">
            <p>{t('sentence', { rate: share(rates[0]?.rate ?? 0) })}</p>
            {rates.map(({ question, rate }) => (
              <Meter
                key={question.uk}
                label={inLocale(question, locale)}
                value={rate}
                max={1}
                text={share(rate)}
              />
            ))}
          </div>
        )}
        <ActionForm
          action={setBudget}
          resetWhenDone={false}
          label={t('budget')}
          className="flex flex-wrap items-end gap-4"
        >
          <TextInput
            name="questionsWeekly"
            type="number"
            min={1}
            max={7}
            label={t('budget')}
            defaultValue={String(questionsWeekly)}
            required
          />
          <PendingButton variant="quiet" size="small">
            {t('save')}
          </PendingButton>
        </ActionForm>
      </div>
    </Section>
  )
}
