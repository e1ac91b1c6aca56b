import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Meter } from '#components/ui/meter'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import type { Choice } from '#components/ui/select'
import { Select } from '#components/ui/select'
import { Table } from '#components/ui/table'
import { TextArea } from '#components/ui/text-area'
import type { Advice, Answers } from '#domain/sourcing'
import { MODELS, OUTCOMES, QUESTIONS } from '#domain/sourcing'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = { advice: Advice; answers: Answers; teams: Choice[]; locale: Locale; decide: FormAction }

const TRADES = ['costs', 'people', 'quality', 'secrecy'] as const

/** What the table advises, which answers decided it, what each way costs, and the choice that a person makes of it. */
export function SourcingAdvice({ advice, answers, teams, locale, decide }: Props) {
  const words = useTranslations('workplace.sourcing')
  const format = useFormatter()
  const decided = QUESTIONS.filter(({ key }) => advice.decided.includes(key))
  return (
    <>
      <Section id="advice" title={words('adviceTitle')}>
        <div className="mb-6 max-w-2xl">
          <Notice tone={advice.verdict === 'incomplete' ? 'warn' : 'accent'}>
            <p className="font-semibold">{words(`verdicts.${advice.verdict}`)}</p>
            <p>{words(`verdictNotes.${advice.verdict}`)}</p>
          </Notice>
        </div>
        <div className="grid max-w-xl gap-3">
          <p className="text-small text-soft">{words('scores')}</p>
          {OUTCOMES.map((outcome) => (
            <Meter
              key={outcome}
              label={words(`outcomes.${outcome}`)}
              value={advice.scores[outcome]}
              max={1}
              text={format.number(advice.scores[outcome], { style: 'percent' })}
            />
          ))}
        </div>
        {decided.length > 0 && (
          <>
            <h3 className="mt-6 font-semibold">{words('decidedTitle')}</h3>
            <ul className="list-disc pl-5">
              {decided.map(({ key, title, options }) => {
                const chosen = options.find((one) => one.key === answers[key])
                return (
                  <li key={key}>
                    {inLocale(title, locale)} – {chosen && inLocale(chosen.label, locale)}
                  </li>
                )
              })}
            </ul>
          </>
        )}
      </Section>
      <Section id="trades" title={words('tradesTitle')}>
        <Table
          caption={words('tradesTitle')}
          rowKey={(trade) => trade}
          rows={[...TRADES]}
          columns={[
            { key: 'trade', title: words('trade'), cell: (trade) => words(`trades.${trade}.title`) },
            { key: 'own', title: words('outcomes.own'), cell: (trade) => words(`trades.${trade}.own`) },
            {
              key: 'outsourced',
              title: words('outcomes.outsourced'),
              cell: (trade) => words(`trades.${trade}.outsourced`),
            },
          ]}
        />
      </Section>
      {advice.verdict !== 'incomplete' && teams.length > 0 && (
        <Section id="decide" title={words('decideTitle')} note={words('decideNote')}>
          <ActionForm action={decide} label={words('decideTitle')} className="grid max-w-xl gap-4">
            {Object.entries(answers).map(([key, option]) => (
              <input key={key} type="hidden" name={`answers.${key}`} value={option} />
            ))}
            <Select
              name="teamId"
              label={words('team')}
              options={teams}
              placeholder={words('chooseTeam')}
              required
            />
            <Select
              name="model"
              label={words('model')}
              options={MODELS.map((value) => ({ value, label: words(`models.${value}`) }))}
              placeholder={words('chooseModel')}
              required
            />
            <TextArea name="note" label={words('note')} maxLength={500} rows={2} />
            <PendingButton className="justify-self-start">{words('decide')}</PendingButton>
          </ActionForm>
        </Section>
      )}
    </>
  )
}
