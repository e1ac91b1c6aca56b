'use client'

import { useTranslations } from 'next-intl'
import { useField } from '#components/ui/form-context'

/** What the forecast came to; once, when it was counted. */
export function ForecastResult() {
  const words = useTranslations('rotation.browser')
  const agents = useField('agents').kept
  const onShift = useField('onShift').kept
  const level = useField('level').kept
  const occupancy = useField('occupancy').kept
  const wait = useField('wait').kept
  if (agents === undefined) return null
  return (
    <p role="status">
      {words('forecast', {
        agents: Number(agents),
        onShift: Number(onShift),
        level: Number(level),
        occupancy: Number(occupancy),
        wait: Number(wait),
      })}
    </p>
  )
}
