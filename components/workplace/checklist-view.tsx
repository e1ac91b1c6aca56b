import { useFormatter, useTranslations } from 'next-intl'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Limits = {
  season: 'any' | 'warm' | 'cold'
  failLow: number | null
  okLow: number | null
  okHigh: number | null
  failHigh: number | null
}
type Norm = {
  slug: string
  title: Text
  inForce: 'yes' | 'no' | 'unknown'
  evidence: string
  changedAt: string | null
}
type Item = {
  key: string
  type: string
  title: Text
  hint: Text | null
  weight: number
  critical: boolean
  perSeat: boolean
  photoOnFail: boolean
  metric: string | null
  unit: string | null
  limits: Limits[]
  options: { label: Text; score: number }[]
  norms: Norm[]
}
type Props = { sections: { id: string; title: Text; items: Item[] }[]; locale: Locale }

/** A published checklist to read: weights, limits, and behind each limit what it stands on and whether that is in force. */
export function ChecklistView({ sections, locale }: Props) {
  return sections.map((section) => (
    <Section key={section.id} id={section.id} title={inLocale(section.title, locale)}>
      <ul className="rows">
        {section.items.map((item) => (
          <ChecklistItem key={item.key} item={item} locale={locale} />
        ))}
      </ul>
    </Section>
  ))
}

function ChecklistItem({ item, locale }: { item: Item; locale: Locale }) {
  const words = useTranslations('workplace.template')
  const limits = useLimits(item.unit)
  const format = useFormatter()
  return (
    <li className="grid gap-1.5 py-4">
      <p className="font-semibold">{inLocale(item.title, locale)}</p>
      {item.hint && <p className="text-small text-soft">{inLocale(item.hint, locale)}</p>}
      <p className="flex flex-wrap gap-x-4 text-small text-soft">
        <span>{words(`types.${item.type as 'number'}`)}</span>
        <span>{words('weight', { weight: item.weight })}</span>
        <span>{words(item.perSeat ? 'perSeat' : 'perRoom')}</span>
        {item.photoOnFail && <span>{words('photoOnFail')}</span>}
        {item.metric && <span>{words('metricOf')}</span>}
        {item.critical && <Status tone="bad">{words('critical')}</Status>}
      </p>
      {item.limits.map((one) => (
        <p key={one.season} className="text-small">
          {limits(one)}
        </p>
      ))}
      {item.options.length > 0 && (
        <p className="text-small">
          {item.options
            .map(({ label, score }) => words('worth', { label: inLocale(label, locale), score: score * 100 }))
            .join(' · ')}
        </p>
      )}
      <ul className="text-small text-soft">
        {item.norms.map((norm) => (
          <li key={norm.slug}>
            {words(norm.evidence === 'house' ? 'normOurs' : 'norm', {
              title: inLocale(norm.title, locale),
              inForce: words(`inForce.${norm.inForce}`),
              evidence: words(`evidence.${norm.evidence as 'seen'}`),
            })}
            {norm.changedAt &&
              words('changedOn', {
                date: format.dateTime(new Date(norm.changedAt), { dateStyle: 'medium' }),
              })}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** Limits as a sentence: where it is good, and beyond what it fails. */
function useLimits(unit: string | null) {
  const words = useTranslations('workplace.template')
  const format = useFormatter()
  const range = (low: number | null, high: number | null) => {
    if (low !== null && high !== null)
      return words('between', { low: format.number(low), high: format.number(high) })
    return low === null
      ? words('atMost', { high: format.number(high ?? 0) })
      : words('atLeast', { low: format.number(low) })
  }
  return ({ season, okLow, okHigh, failLow, failHigh }: Limits) =>
    words('limits', {
      season,
      ok: range(okLow, okHigh),
      acceptable: range(failLow, failHigh),
      unit: unit ?? '',
    })
}
