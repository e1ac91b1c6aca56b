'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Disclosure } from '#components/ui/disclosure'
import { Field } from '#components/ui/field'
import { useField } from '#components/ui/form-context'
import { RadioGroup, Segmented } from '#components/ui/radio-group'
import type { Choice } from '#components/ui/select'
import { Status } from '#components/ui/status'
import { TextInput } from '#components/ui/text-input'
import type { RoundInstrument } from '#components/workplace/instrument-select'
import { InstrumentSelect } from '#components/workplace/instrument-select'
import type { Limits } from '#domain/scoring'
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
  instrumentId: string | null
  /** What it was measured with; a device without a connection knows only the id. */
  instrument?: string | null
  calibratedUntil?: string | null
  /** When the seat itself measured it. */
  fromSeat?: string | null
  by: string
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
  plausibleLow: number | null
  plausibleHigh: number | null
  scaleMin: number | null
  scaleMax: number | null
  naAllowed: boolean
  instrumentKind: string | null
  photoOnFail: boolean
  /** Absent in what a device kept before they travelled with a question. */
  limits?: Limits[]
  options: { key: string; label: Text; score: number }[]
  photos: string[]
  answer: RoundAnswer | null
}
export type RoundSection = { id: string; title: Text; items: Question[] }
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
    text: [{ value: '', label: words('written') }],
    photo: [],
  }[question.type]
  const na = question.naAllowed ? [{ value: 'na', label: words('na') }] : []
  return [...values, ...na, { value: 'not-measured', label: words('notMeasured') }]
}

type Naming = (name: string) => string
type MeasuredProps = {
  question: Question
  instruments: readonly RoundInstrument[]
  field: Naming
  label: string
  hint?: string
}

function MeasuredValue({ question, instruments, field, label, hint }: MeasuredProps) {
  const words = useTranslations('workplace.round')
  const format = useFormatter()
  const { answer } = question
  if (question.type === 'text') {
    const typed = answer?.words ?? undefined
    return <TextInput name={field('words')} label={label} hint={hint} defaultValue={typed} maxLength={2000} />
  }
  const given = answer?.number ?? undefined
  const fitting = instruments.filter(({ kind }) => kind === question.instrumentKind)
  const fromSeat =
    answer?.fromSeat &&
    words('fromSeat', { date: format.dateTime(new Date(answer.fromSeat), { dateStyle: 'medium' }) })
  return (
    <>
      <TextInput
        name={field('number')}
        label={words('withUnit', { label, unit: question.unit ?? '' })}
        hint={fromSeat ?? hint}
        inputMode="decimal"
        defaultValue={
          given === undefined
            ? undefined
            : format.number(given, { useGrouping: false, maximumFractionDigits: 6 })
        }
      />
      <InstrumentSelect
        name={field('instrumentId')}
        instruments={fitting}
        chosen={answer?.instrumentId ?? undefined}
      />
    </>
  )
}

/** Stands there only while "not measured" is chosen; hidden it must not hold up its form. */
function Reason({ name, given }: { name: string; given?: string }) {
  const words = useTranslations('workplace.round')
  const { id, error, kept } = useField(name)
  return (
    <div className="round-reason">
      <Field id={id} label={words('reason')} required error={error}>
        <input id={id} name={name} className="control" defaultValue={kept ?? given} maxLength={300} />
      </Field>
    </div>
  )
}

type Props = {
  question: Question
  index: number
  locale: Locale
  instruments?: readonly RoundInstrument[]
  /** How the answer was rated; not yet, where it is still to be sent. */
  band?: RoundAnswer['band']
  /** What this device adds: photos, a conflict, a refusal. */
  children?: ReactNode
}

/** One question of a round: answered, not applicable, or not measured with a reason. */
export function RoundQuestion({ question, index, locale, instruments = [], band, children }: Props) {
  const words = useTranslations('workplace.round')
  const field: Naming = (name) => `answers[${index}].${name}`
  const title = inLocale(question.title, locale)
  const label = question.critical ? words('critical', { title }) : title
  const hint = question.hint ? inLocale(question.hint, locale) : undefined
  const measured = question.type === 'number' || question.type === 'text'
  const named = measured ? { label: words('orElse', { title }) } : { label, hint }
  const Pick = question.type === 'choice' ? RadioGroup : Segmented
  const { answer } = question
  const [comment, reason] = [answer?.comment ?? undefined, answer?.reason ?? undefined]
  return (
    <div className="round-item" data-item={question.id}>
      <input type="hidden" name={field('itemId')} value={question.id} />
      <input type="hidden" name={field('revision')} value={answer?.revision ?? 0} />
      {measured && <MeasuredValue {...{ question, instruments, field, label, hint }} />}
      <Pick
        {...named}
        name={field('pick')}
        options={usePicks(question, locale)}
        defaultValue={pickOf(question) ?? (measured ? '' : undefined)}
      />
      <Reason name={field('reason')} given={reason} />
      <Disclosure summary={words('more')} open={Boolean(comment)}>
        <TextInput name={field('comment')} label={words('comment')} defaultValue={comment} maxLength={500} />
      </Disclosure>
      {children}
      {band && band !== 'ok' && (
        <p>
          <Status tone={band === 'fail' ? 'bad' : 'warn'}>{words(`bands.${band}`)}</Status>
        </p>
      )}
    </div>
  )
}
