import { useTranslations } from 'next-intl'
import type { Effect } from '#domain/ideas'
import { savedMonthly } from '#domain/ideas'

/**
 * What an idea changed, in one sentence with its number. Where nobody measured it yet that is said, with what the panel found it worth,
 * and the sentence changes by itself once it is measured.
 */
export function EffectWords({ effect, lower }: { effect: Effect | null; lower?: number | null }) {
  const t = useTranslations('ideas.effect')
  const words = useTranslations('recognition.awards')
  if (!effect)
    return (
      <p>
        {words('notMeasured')}
        {lower != null && ` ${words('panelFound', { lower })}`}
      </p>
    )
  const saved = savedMonthly(effect)
  return <p className="font-semibold">{saved > 0 ? t(`saved.${effect.kind}`, { saved }) : words('noGain')}</p>
}
