import { useFormatter, useTranslations } from 'next-intl'
import { LinkTabs } from '#components/ui/link-tabs'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Team = { id: string; name: Text }
type Props = {
  days: string[]
  date: string
  teams: Team[]
  team: Team
  locale: Locale
  href: (date: string, teamId: string) => string
}

/** Which day, and where there are several, whose. */
export function BoardTabs({ days, date, teams, team, locale, href }: Props) {
  const words = useTranslations('rotation')
  const format = useFormatter()
  const named = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    })
  return (
    <div className="mb-6 grid gap-2">
      {teams.length > 1 && (
        <LinkTabs
          label={words('teams')}
          tabs={teams.map((one) => ({
            href: href(date, one.id),
            label: inLocale(one.name, locale),
            current: one.id === team.id,
          }))}
        />
      )}
      <LinkTabs
        label={words('days')}
        tabs={days.map((day) => ({ href: href(day, team.id), label: named(day), current: day === date }))}
      />
    </div>
  )
}
