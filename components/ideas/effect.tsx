import { useFormatter, useTranslations } from 'next-intl'
import { Section } from '#components/ui/section'
import type { Effect as Measured } from '#domain/ideas'
import { savedMonthly } from '#domain/ideas'

/** What came of it, in one sentence with the numbers it stands on. */
export function Effect({ effect }: { effect: Measured & { measuredOn: string } }) {
  const t = useTranslations('ideas.effect')
  const format = useFormatter()
  const { kind, before, after, contacts } = effect
  const saved = savedMonthly(effect)
  const day = format.dateTime(new Date(`${effect.measuredOn}T12:00:00Z`), { dateStyle: 'long' })
  return (
    <Section id="effect" title={t('title')}>
      <div className="card grid gap-2">
        <p className="text-title font-semibold">
          {saved === 0 && t('unchanged')}
          {saved > 0 && t(`saved.${kind}`, { saved })}
          {saved < 0 && t(`more.${kind}`, { more: -saved })}
        </p>
        <p className="text-soft">{t(`from.${kind}`, { before, after, contacts: contacts ?? 0 })}</p>
        <p className="text-small text-soft">{t('measured', { day })}</p>
      </div>
    </Section>
  )
}
