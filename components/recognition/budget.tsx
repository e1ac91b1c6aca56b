import { useTranslations } from 'next-intl'
import { Meter } from '#components/ui/meter'
import { Section } from '#components/ui/section'

type Budget = { kind: 'supervisor' | 'peer'; cap: number; left: number }

/** What is left this month, always in view where it is spent. */
export function Budgets({ budgets }: { budgets: readonly Budget[] }) {
  const t = useTranslations('recognition.budget')
  return (
    <Section id="budget" title={t('title')} note={t('note')}>
      <div className="grid gap-4">
        {budgets.map(({ kind, cap, left }) => (
          <Meter key={kind} label={t(kind)} value={left} max={cap} text={t('left', { left, cap })} />
        ))}
      </div>
    </Section>
  )
}

/** The same in a line, for where praise begins and where it is sent. */
export function BudgetLine({ budgets }: { budgets: readonly Budget[] }) {
  const t = useTranslations('recognition.budget')
  const [first, second] = budgets
  if (!first) return null
  return (
    <p className="text-small text-soft">
      {t('short', { left: first.left, cap: first.cap })}
      {second && `; ${t('shortAsPeer', { left: second.left, cap: second.cap })}`}
    </p>
  )
}
