import { useFormatter, useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { RadioGroup, Segmented } from '#components/ui/radio-group'
import type { Choice } from '#components/ui/select'
import { Status } from '#components/ui/status'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type RoundAnswer = {
  state: 'answered' | 'na' | 'not-measured'
  yes: boolean | null
  number: number | null
  choice: string | null
  words: string | null
  comment: string | null
  reason: string | null
  band: 'ok' | 'warn' | 'fail' | null
  revision: number
}
export type Question = {
  id: string
  type: 'yes-no' | 'scale' | 'number' | 'choice' | 'text' | 'photo'
  title: Text
  hint: Text | null
  critical: boolean
  unit: string | null
  scaleMin: number | null
  scaleMax: number | null
  naAllowed: boolean
  options: { key: string; label: Text }[]
  answer: RoundAnswer | null
}

const pickOf = (question: Question): string | undefined => {
  const { answer } = question
  if (!answer) return undefined
  if (answer.state !== 'answered') return answer.state
  if (question.type === 'yes-no') return answer.yes ? 'yes' : 'no'
  if (question.type === 'choice') return `choice:${answer.choice}`
  return question.type === 'scale' ? `scale:${answer.number}` : undefined
}

const scaleOf = ({ scaleMin, scaleMax }: Question): Choice[] => {
  const [low, high] = [scaleMin ?? 1, scaleMax ?? 5]
  return Array.from({ length: high - low + 1 }, (_, index) => ({
    value: `scale:${low + index}`,
    label: `${low + index}`,
  }))
}

type Props = { question: Question; index: number; locale: Locale }

/** What can be picked: the values of the question, and that it does not apply or was not measured. */
function usePicks(question: Question, locale: Locale): Choice[] {
  const words = useTranslations('workplace.round')
  const values: Choice[] = {
    'yes-no': [
      { value: 'yes', label: words('yes') },
      { value: 'no', label: words('no') },
    ],
    scale: scaleOf(question),
    choice: question.options.map(({ key, label }) => ({
      value: `choice:${key}`,
      label: inLocale(label, locale),
    })),
    number: [{ value: '', label: words('measured') }],
    text: [{ value: '', label: words('measured') }],
    photo: [],
  }[question.type]
  const na = question.naAllowed ? [{ value: 'na', label: words('na') }] : []
  return [...values, ...na, { value: 'not-measured', label: words('notMeasured') }]
}

type MeasuredProps = { question: Question; field: (name: string) => string; label: string; hint?: string }

function MeasuredValue({ question, field, label, hint }: MeasuredProps) {
  const words = useTranslations('workplace.round')
  const format = useFormatter()
  const { answer } = question
  if (question.type === 'text') {
    const typed = answer?.words ?? undefined
    return <TextInput name={field('words')} label={label} hint={hint} defaultValue={typed} maxLength={2000} />
  }
  const given = answer?.number ?? undefined
  return (
    <TextInput
      name={field('number')}
      label={words('withUnit', { label, unit: question.unit ?? '' })}
      hint={hint}
      inputMode="decimal"
      defaultValue={
        given === undefined
          ? undefined
          : format.number(given, { useGrouping: false, maximumFractionDigits: 6 })
      }
    />
  )
}

function Beside({ answer, field }: { answer: RoundAnswer | null; field: (name: string) => string }) {
  const words = useTranslations('workplace.round')
  const [comment, reason] = [answer?.comment ?? undefined, answer?.reason ?? undefined]
  return (
    <Disclosure summary={words('more')} open={Boolean(comment ?? reason)}>
      <div className="grid gap-3">
        <TextInput name={field('comment')} label={words('comment')} defaultValue={comment} maxLength={500} />
        <TextInput name={field('reason')} label={words('reason')} defaultValue={reason} maxLength={300} />
      </div>
    </Disclosure>
  )
}

/** One question of a round: answered, not applicable, or not measured with a reason. */
export function RoundQuestion({ question, index, locale }: Props) {
  const words = useTranslations('workplace.round')
  const field = (name: string) => `answers[${index}].${name}`
  const title = inLocale(question.title, locale)
  const label = question.critical ? words('critical', { title }) : title
  const hint = question.hint ? inLocale(question.hint, locale) : undefined
  const measured = question.type === 'number' || question.type === 'text'
  const named = measured ? { label: words('orElse') } : { label, hint }
  const Pick = question.type === 'choice' ? RadioGroup : Segmented
  const band = question.answer?.band
  return (
    <div className="grid gap-3 border-line border-t py-5">
      <input type="hidden" name={field('itemId')} value={question.id} />
      <input type="hidden" name={field('revision')} value={question.answer?.revision ?? 0} />
      {measured && <MeasuredValue {...{ question, field, label, hint }} />}
      <Pick
        {...named}
        name={field('pick')}
        options={usePicks(question, locale)}
        defaultValue={pickOf(question) ?? (measured ? '' : undefined)}
      />
      <Beside answer={question.answer} field={field} />
      {band && band !== 'ok' && (
        <Status tone={band === 'fail' ? 'bad' : 'warn'}>{words(`bands.${band}`)}</Status>
      )}
    </div>
  )
}
