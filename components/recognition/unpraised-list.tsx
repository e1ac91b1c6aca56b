import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar'
import { LinkButton } from '#components/ui/link-button'
import { List, Row } from '#components/ui/list'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Unpraised = {
  id: string
  name: string
  position: Text
  team: Text | null
  lastOn: string | null
  ideas: number
  trainings: number
  thanks: number
  mentees: number
}

/** Whom nobody has praised for 90 days, and what they did: a reason to look, not an order to praise. */
export function UnpraisedList({ people, locale }: { people: readonly Unpraised[]; locale: Locale }) {
  const t = useTranslations('recognition.team')
  return (
    <List label={t('title')}>
      {people.map((person) => {
        const done = (['ideas', 'trainings', 'thanks', 'mentees'] as const).filter((key) => person[key] > 0)
        const where = [person.position, person.team].flatMap((text) => (text ? [inLocale(text, locale)] : []))
        const last = person.lastOn ? t('last', { on: new Date(`${person.lastOn}T12:00:00Z`) }) : t('never')
        const did = done.length ? done.map((key) => t(key, { count: person[key] })).join(' · ') : t('nothing')
        return (
          <Row
            key={person.id}
            start={<Avatar id={person.id} name={person.name} />}
            title={person.name}
            note={`${where.join(' · ')} · ${last}. ${did}`}
            end={
              <LinkButton href={`/people/${person.id}`} size="small">
                {t('look')}
              </LinkButton>
            }
          />
        )
      })}
    </List>
  )
}
