import { useTranslations } from 'next-intl'
import type { Effect } from '#domain/ideas'
import { savedMonthly } from '#domain/ideas'

/** What an idea changed, in one sentence with its number; nothing where it was not measured. */
export function EffectWords({ effect }: { effect: Effect | null }) {
  const t = useTranslations('ideas.effect')
  if (!effect) return null
  return <p className="font-semibold">{t(`saved.${effect.kind}`, { saved: savedMonthly(effect) })}</p>
}
