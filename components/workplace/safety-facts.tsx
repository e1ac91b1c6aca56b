import { useFormatter, useTranslations } from 'next-intl'
import { KeyValues } from '#components/ui/key-values'
import { AUTONOMY_VALID_DAYS } from '#domain/safety'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type SiteFacts = {
  route: Text | null
  routeMinutes: number | null
  generator: Text | null
  connection: Text | null
  autonomyHours: number | null
  autonomyTestedOn: string | null
}

const DAY = 86_400_000
const NONE = '–'

/** What a site has for an alarm and an outage; hours without the grid say when they were tested. */
export function SafetyFacts({ site, now, locale }: { site: SiteFacts; now: string; locale: Locale }) {
  const words = useTranslations('workplace.safety')
  const format = useFormatter()
  const told = (text: Text | null) => (text ? inLocale(text, locale) : NONE)
  const autonomy = () => {
    const { autonomyHours: hours, autonomyTestedOn: tested } = site
    if (hours === null || !tested) return NONE
    const isOld = Date.parse(now) - Date.parse(tested) > AUTONOMY_VALID_DAYS * DAY
    const date = format.dateTime(new Date(tested), { dateStyle: 'medium', timeZone: 'UTC' })
    return words(isOld ? 'autonomyOld' : 'autonomy', { hours, date })
  }
  const rows = [
    { label: words('route'), value: told(site.route) },
    { label: words('routeMinutes'), value: site.routeMinutes ?? NONE },
    { label: words('generator'), value: told(site.generator) },
    { label: words('connection'), value: told(site.connection) },
    { label: words('autonomyHours'), value: autonomy() },
  ]
  return <KeyValues rows={rows} />
}
