import { useFormatter, useTranslations } from 'next-intl'
import { List } from '#components/ui/list'
import { Photos } from '#components/ui/photos'
import { Section } from '#components/ui/section'
import type { Tone } from '#components/ui/status'
import { Status } from '#components/ui/status'
import type { Question, RoundSection } from '#components/workplace/round-question'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

const TONES: Record<'pass' | 'conditional' | 'fail' | 'incomplete', Tone> = {
  pass: 'good',
  conditional: 'warn',
  fail: 'bad',
  incomplete: 'neutral',
}
export type Verdict = keyof typeof TONES

export function VerdictStatus({ verdict }: { verdict: Verdict }) {
  const words = useTranslations('workplace.verdicts')
  return <Status tone={TONES[verdict]}>{words(verdict)}</Status>
}

/** What was found, in words. */
function useFound(locale: Locale) {
  const words = useTranslations('workplace.round')
  const format = useFormatter()
  const value = ({ type, answer, unit, options }: Question): string => {
    if (type === 'yes-no') return words(answer?.yes ? 'yes' : 'no')
    const option = options.find((one) => one.key === answer?.choice)
    if (option) return inLocale(option.label, locale)
    const number = answer?.number ?? null
    return number === null
      ? (answer?.words ?? '')
      : words('value', { value: format.number(number), unit: unit ?? '' })
  }
  return (question: Question): string => {
    const { answer } = question
    if (!answer) return words('unanswered')
    if (answer.state === 'na') return words('na')
    return answer.state === 'answered'
      ? value(question)
      : words('notMeasuredWhy', { reason: answer.reason ?? '' })
  }
}

/** What a number was measured with, and until when that was calibrated on that day. */
function useInstrument() {
  const words = useTranslations('workplace.round')
  const format = useFormatter()
  return ({ answer }: Question): string | undefined => {
    if (!answer?.instrument) return undefined
    if (!answer.calibratedUntil) return answer.instrument
    const until = format.dateTime(new Date(`${answer.calibratedUntil}T12:00:00Z`), {
      dateStyle: 'short',
      timeZone: 'UTC',
    })
    return words('calibrated', { name: answer.instrument, until })
  }
}

const BANDS: Record<'ok' | 'warn' | 'fail', Tone> = { ok: 'good', warn: 'warn', fail: 'bad' }

/** A submitted round, to read: every question with what was found. */
export function RoundResult({ sections, locale }: { sections: RoundSection[]; locale: Locale }) {
  const words = useTranslations('workplace.round')
  const photos = useTranslations('workplace.sheet')
  const found = useFound(locale)
  const measuredWith = useInstrument()
  return sections.map((section) => (
    <Section key={section.id} id={`part-${section.id}`} title={inLocale(section.title, locale)}>
      <List>
        {section.items.map((item) => {
          const band = item.answer?.band
          return (
            <li key={item.id} className="row flex-wrap">
              <span className="min-w-0 flex-1 basis-60">
                <span className="block">{inLocale(item.title, locale)}</span>
                <span className="block text-small text-soft">
                  {[found(item), measuredWith(item), item.answer?.comment].filter(Boolean).join(' · ')}
                </span>
              </span>
              {band && <Status tone={BANDS[band]}>{words(`bands.${band}`)}</Status>}
              <Photos
                ids={item.photos}
                label={(number) => photos('photo', { number, title: inLocale(item.title, locale) })}
              />
            </li>
          )
        })}
      </List>
    </Section>
  ))
}
