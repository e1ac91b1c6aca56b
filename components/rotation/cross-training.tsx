import { useTranslations } from 'next-intl'
import { List, Row } from '#components/ui/list'
import { inLocale, type Locale, type Text } from '#domain/text'

type Props = { items: { competenceId: string; title: Text; level: number }[]; locale: Locale }

/** The competences that would relieve the team's days most, the most useful first. */
export function CrossTraining({ items, locale }: Props) {
  const words = useTranslations('rotation')
  return (
    <List label={words('worth.title')}>
      {items.map(({ competenceId, title, level }) => (
        <Row
          key={competenceId}
          href={`/training?competence=${competenceId}`}
          icon="learn"
          title={inLocale(title, locale)}
          note={words('worth.level', { level })}
        />
      ))}
    </List>
  )
}
