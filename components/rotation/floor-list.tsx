import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '#components/ui/button'
import { List, Row } from '#components/ui/list'
import { Select } from '#components/ui/select'
import { Status } from '#components/ui/status'
import { inLocale, type Locale, type Text } from '#domain/text'

const LEVELS = [1, 2, 3, 4]

type FinderProps = {
  competences: { id: string; title: Text }[]
  chosen: { competenceId?: string; level?: string }
  locale: Locale
}

/** "Who can help with this, at this level?": a plain GET form, so the address says what is shown. */
export function ExpertFinder({ competences, chosen, locale }: FinderProps) {
  const words = useTranslations('rotation')
  return (
    <search className="mb-6">
      <form className="grid items-end gap-4 sm:grid-cols-[2fr_1fr_auto]">
        <Select
          name="competenceId"
          label={words('floor.competence')}
          options={competences.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }))}
          defaultValue={chosen.competenceId}
          placeholder={words('floor.anyCompetence')}
        />
        <Select
          name="level"
          label={words('floor.level')}
          options={LEVELS.map((level) => ({
            value: String(level),
            label: words('floor.levelOf', { level }),
          }))}
          defaultValue={chosen.level ?? '3'}
          required
        />
        <Button type="submit" icon="search">
          {words('floor.find')}
        </Button>
      </form>
    </search>
  )
}

type Person = {
  personId: string
  name: string
  team: Text
  what: 'task' | 'pause' | 'meal' | null
  title: Text | null
  until: string
  level: number | null
  free: boolean
}

/** Who is at work now: on what, until when, and who may be asked. */
export function FloorList({ people, locale }: { people: Person[]; locale: Locale }) {
  const words = useTranslations('rotation')
  const format = useFormatter()
  const doing = ({ title, what }: Person) => {
    if (title) return inLocale(title, locale)
    return what ? words(`what.${what}`) : words('floor.unplanned')
  }
  const until = ({ until: at }: Person) =>
    format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (
    <List label={words('floor.title')}>
      {people.map((person) => (
        <Row
          key={person.personId}
          href={`/people/${person.personId}`}
          title={person.name}
          note={words(person.level ? 'floor.lineLevel' : 'floor.line', {
            doing: doing(person),
            until: until(person),
            team: inLocale(person.team, locale),
            level: person.level ?? 0,
          })}
          end={
            // Of whom nothing is planned nobody knows.
            person.what && (
              <Status tone={person.free ? 'good' : 'neutral'}>
                {words(person.free ? 'floor.free' : 'floor.busy')}
              </Status>
            )
          }
        />
      ))}
    </List>
  )
}
