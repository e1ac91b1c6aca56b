import { useTranslations } from 'next-intl'
import { KeyValues } from '#components/ui/key-values'
import { AIMS, type DayWeights } from '#domain/rotation/day-weights'
import type { KeptRule } from '#server/rotation/break-rule-queries'

const MINUTES = [
  'maxWorkMinutes',
  'minStintMinutes',
  'tailMinutes',
  'mealFromMinutes',
  'mealMinutes',
] as const
const SHARES = ['mealEarliest', 'mealLatest'] as const

/** How long people work and when they rest, for whoever plans by it and does not set it. */
export function RuleLines({ rule }: { rule: KeptRule }) {
  const words = useTranslations('rotation.breakRule')
  // Long lengths are thought of in hours.
  const lengthOf = (value: number) =>
    value > 120 ? words('hours', { hours: value / 60 }) : words('minutes', { minutes: value })
  return (
    <KeyValues
      rows={[
        ...MINUTES.map((name) => ({ label: words(`fields.${name}`), value: lengthOf(rule[name]) })),
        ...SHARES.map((name) => ({
          label: words(`fields.${name}`),
          value: words('percent', { share: rule[name] }),
        })),
        { label: words('fields.highLoad'), value: words(`high.${rule.highLoad}` as 'high.2') },
        { label: words('fields.maxHighMinutes'), value: lengthOf(rule.maxHighMinutes) },
      ]}
    />
  )
}

/** What every new draft weighs, for whoever moves the sliders of one day only. */
export function WeightLines({ weights }: { weights: DayWeights }) {
  const words = useTranslations('rotation.aims')
  return <KeyValues rows={AIMS.map((aim) => ({ label: words(aim), value: weights[aim] }))} />
}
