import { useTranslations } from 'next-intl'
import { List, Row } from '#components/ui/list'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Area = {
  id: string
  name: Text
  purpose: Text
  place: Text
  owner: { name: string }
  backup: { name: string }
  ackDays: number
  decideDays: number
}

export function AreaList({ areas, locale }: { areas: readonly Area[]; locale: Locale }) {
  const t = useTranslations('ideas.areasPage')
  return (
    <List label={t('title')}>
      {areas.map((area) => (
        <Row
          key={area.id}
          icon="idea"
          title={`${inLocale(area.name, locale)} · ${inLocale(area.place, locale)}`}
          note={[
            inLocale(area.purpose, locale),
            t('people', { owner: area.owner.name, backup: area.backup.name }),
            t('days', { ack: area.ackDays, decide: area.decideDays }),
          ].join(' · ')}
        />
      ))}
    </List>
  )
}
