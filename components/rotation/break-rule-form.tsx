import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import type { KeptRule } from '#server/rotation/break-rule-queries'

const from = (least: number, most: number, step = 15) =>
  Array.from({ length: Math.floor((most - least) / step) + 1 }, (_, at) => least + at * step)

const MINUTES = {
  maxWorkMinutes: from(30, 240),
  minStintMinutes: from(0, 120),
  tailMinutes: from(0, 120),
  mealMinutes: from(15, 120),
  mealFromMinutes: from(180, 600, 30),
  maxHighMinutes: from(15, 240),
}
const SHARES = from(0, 100, 5)
const HIGH = [2, 3]
type Minutes = keyof typeof MINUTES

/** When people rest. What is chosen holds for plans that are begun from now on. */
export function BreakRuleForm({ rule, set }: { rule: KeptRule; set: FormAction }) {
  const words = useTranslations('rotation.breakRule')
  // Long lengths are thought of in hours.
  const lengthOf = (value: number) =>
    value > 120 ? words('hours', { hours: value / 60 }) : words('minutes', { minutes: value })
  const minutes = (name: Minutes) => (
    <Select
      name={name}
      label={words(`fields.${name}`)}
      // What stands is always among what can be chosen.
      options={[...new Set([...MINUTES[name], rule[name]])]
        .sort((a, b) => a - b)
        .map((value) => ({ value: String(value), label: lengthOf(value) }))}
      defaultValue={String(rule[name])}
      required
    />
  )
  const share = (name: 'mealEarliest' | 'mealLatest') => (
    <Select
      name={name}
      label={words(`fields.${name}`)}
      options={SHARES.map((value) => ({ value: String(value), label: words('percent', { share: value }) }))}
      defaultValue={String(rule[name])}
      required
    />
  )
  return (
    <ActionForm action={set} label={words('title')} resetWhenDone={false} className="grid max-w-2xl gap-6">
      <div className="grid gap-4 sm:grid-cols-2">
        <BilingualInput
          name="title"
          labels={{ uk: words('nameUk'), en: words('nameEn') }}
          value={rule.title}
          maxLength={80}
          required
        />
        {minutes('maxWorkMinutes')}
        {minutes('minStintMinutes')}
        {minutes('tailMinutes')}
        {minutes('mealFromMinutes')}
        {minutes('mealMinutes')}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {share('mealEarliest')}
        {share('mealLatest')}
        <Select
          name="highLoad"
          label={words('fields.highLoad')}
          options={HIGH.map((load) => ({ value: String(load), label: words(`high.${load}` as 'high.2') }))}
          defaultValue={String(rule.highLoad)}
          required
        />
        {minutes('maxHighMinutes')}
      </div>
      <PendingButton className="justify-self-start">{words('set')}</PendingButton>
    </ActionForm>
  )
}
