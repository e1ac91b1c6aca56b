import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { List, Row } from '#components/ui/list'
import { LoadMore } from '#components/ui/load-more'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type Listed = { id: string; name: string; position: Text | null; team: Text | null; site: Text | null }

type Props = { people: Listed[]; locale: Locale; more: string | null; filtered: boolean }

export function Directory({ people, locale, more, filtered }: Props) {
  const t = useTranslations('people')
  if (!people.length) {
    const action = filtered ? <LinkButton href="/people">{t('showAll')}</LinkButton> : undefined
    return <EmptyState icon="people" title={t('nobody')} lead={t('nobodyLead')} action={action} />
  }
  const where = ({ position, team, site }: Listed) =>
    [position, team, site].flatMap((part) => (part ? [inLocale(part, locale)] : [])).join(' · ') || t('left')
  return (
    <>
      <List label={t('title')}>
        {people.map((person) => (
          <Row
            key={person.id}
            href={`/people/${person.id}`}
            start={<Avatar id={person.id} name={person.name} />}
            title={person.name}
            note={where(person)}
          />
        ))}
      </List>
      <LoadMore href={more} />
    </>
  )
}
