import { useTranslations } from 'next-intl'
import { List, Row } from '#components/ui/list'
import { Section } from '#components/ui/section'
import { inLocale, type Locale, type Text } from '#domain/text'

type Props = { items: { competenceId: string; title: Text; level: number }[]; locale: Locale }

/** The competences that would relieve the planned days most, the most useful first; nothing where no day speaks for any. */
export function CrossTraining({ items, locale }: Props) {
  const words = useTranslations('rotation')
  if (items.length === 0) return null
  return (
    <Section id="worth" title={words('worth.title')}>
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
    </Section>
  )
}
