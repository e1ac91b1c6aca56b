import { useFormatter, useTranslations } from 'next-intl'
import type { Names } from '#components/career/wording'
import { List, Row } from '#components/ui/list'
import { LoadMore } from '#components/ui/load-more'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import type { Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Person = { id: string; name: string; position: Text; informed: boolean; triedOn: string | null }

/** The people of a group: who does not know their way yet stands first. */
export function InformedPeople({
  group,
  people,
  names,
  next,
}: {
  /** What the people have in common. */
  group: string
  people: readonly Person[]
  names: Names
  next: string | null
}) {
  const t = useTranslations('career.board')
  const format = useFormatter()
  const stateOf = ({ informed, triedOn }: Person) => {
    if (!triedOn) return t('neverTried')
    const date = format.dateTime(new Date(triedOn), { day: 'numeric', month: 'long' })
    return informed ? t('knows', { date }) : t('triedWrong', { date })
  }
  return (
    <Section id="people" title={t('peopleOf', { group })} note={t('peopleNote')}>
      {people.length === 0 && <p className="text-soft">{t('nobodyHere')}</p>}
      <List label={t('peopleOf', { group })}>
        {people.map((person) => (
          <Row
            key={person.id}
            href={`/people/${person.id}`}
            title={person.name}
            note={`${inLocale(person.position, names.locale)} · ${stateOf(person)}`}
            end={
              <Status tone={person.informed ? 'good' : 'warn'}>
                {person.informed ? t('yes') : t('notYet')}
              </Status>
            }
          />
        ))}
      </List>
      <LoadMore href={next} />
    </Section>
  )
}
