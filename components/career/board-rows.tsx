import { useFormatter, useTranslations } from 'next-intl'
import { HoleList } from '#components/career/hole-list'
import type { Names } from '#components/career/wording'
import { Disclosure } from '#components/ui/disclosure'
import { EmptyState } from '#components/ui/empty-state'
import { Link } from '#components/ui/link'
import { List, Row } from '#components/ui/list'
import { LoadMore } from '#components/ui/load-more'
import { Meter } from '#components/ui/meter'
import { Notice } from '#components/ui/notice'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import type { Hole } from '#domain/holes'
import type { StalledKind, Whose } from '#domain/stalled'
import type { Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Group = {
  by: 'team' | 'site' | 'shift'
  id: string
  name: Text | null
  shift: 'morning' | 'day' | 'evening' | 'office' | null
  of: number
  met: number
}

/** Who knows their next step, by team, shift and site; the lowest is named first, an average would hide it. */
export function InformedRows({
  groups,
  names,
  hrefOf,
}: {
  groups: readonly Group[]
  names: Names
  /** Where the names behind a group stand; without it there are counts alone. */
  hrefOf?: (by: Group['by'], id: string) => string
}) {
  const t = useTranslations('career.board')
  const format = useFormatter()
  const named = ({ name, shift }: Group) =>
    name ? inLocale(name, names.locale) : t(`shifts.${shift ?? 'office'}`)
  const lowest = groups.find(({ by }) => by === 'team')
  return (
    <Section id="rows" title={t('names.informed')} note={t('notes.informed')}>
      {lowest && lowest.met < lowest.of && (
        <Notice tone="warn">{t('lowest', { name: named(lowest), met: lowest.met, of: lowest.of })}</Notice>
      )}
      {(['team', 'shift', 'site'] as const).map((by) => (
        <div key={by} className="mt-6 grid gap-3">
          <h3 className="section-title">{t(`by.${by}`)}</h3>
          {groups
            .filter((group) => group.by === by)
            .map((group) => (
              <div key={group.id}>
                <Meter
                  label={named(group)}
                  value={group.met}
                  max={group.of}
                  text={t('of', {
                    met: group.met,
                    of: group.of,
                    share: format.number(group.met / group.of, { style: 'percent' }),
                  })}
                />
                {hrefOf && (
                  <Link href={hrefOf(by, group.id)} className="link inline-block py-1 text-small">
                    {t('people')}
                    <span className="sr-only">: {named(group)}</span>
                  </Link>
                )}
              </div>
            ))}
        </div>
      ))}
    </Section>
  )
}

type Person = { id: string; name: string; position: Text; informed: boolean; triedOn: string | null }

/** The people of a group: who does not know their way yet stands first. */
export function InformedPeople({
  people,
  names,
  next,
}: {
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
    <Section id="people" title={t('peopleTitle')} note={t('peopleNote')}>
      {people.length === 0 && <p className="text-soft">{t('nobodyHere')}</p>}
      <List label={t('peopleTitle')}>
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

type Increment = {
  positionId: string
  competenceId: string
  level: number
  trainingIds: readonly string[]
  open: boolean
}
type Training = { id: string; slug: string; format: string; next: { startsAt: string; free: number } | null }

/** Every step in competence that the ladder asks, position by position, with what teaches it and when. */
function Increments({
  increments,
  positions,
  trainings,
  names,
}: {
  increments: readonly Increment[]
  positions: readonly { id: string }[]
  trainings: readonly Training[]
  names: Names
}) {
  const t = useTranslations('career')
  const format = useFormatter()
  const whenOf = ({ format: kind, next }: Training) => {
    if (kind === 'self-paced') return t('steps.selfPaced')
    if (!next) return t('steps.noSeat')
    const date = format.dateTime(new Date(next.startsAt), { day: 'numeric', month: 'long' })
    return t('board.seats', { date, free: next.free })
  }
  return positions.map(({ id }) => {
    const own = increments.filter(({ positionId }) => positionId === id)
    if (own.length === 0) return null
    const met = own.filter(({ open }) => open).length
    return (
      <Disclosure key={id} summary={t('board.stepsOf', { title: names.title(id), met, of: own.length })}>
        <ul className="rows">
          {own.map(({ competenceId, level, trainingIds, open }) => (
            <li key={competenceId} className="row items-start!">
              <span className="min-w-0 flex-1">
                <span className="block">
                  {t('steps.level', { title: names.title(competenceId), level: String(level) })}
                </span>
                {trainings
                  .filter((training) => trainingIds.includes(training.id))
                  .map((training) => (
                    <span key={training.id} className="block text-small text-soft">
                      <Link href={`/training/${training.slug}`} className="link inline-block py-1">
                        {names.title(training.id)}
                      </Link>{' '}
                      · {whenOf(training)}
                    </span>
                  ))}
              </span>
              <Status tone={open ? 'good' : 'warn'}>{open ? t('board.taught') : t('board.notTaught')}</Status>
            </li>
          ))}
        </ul>
      </Disclosure>
    )
  })
}

type Override = { reason: string; askedBy: string; approvedBy: string } | null

/** What nobody can learn now, and every step of the ladder behind the number. */
export function MatchedRows({
  matched,
  names,
}: {
  matched: {
    holes: readonly Hole[]
    override: Override
    increments: readonly Increment[]
    positions: readonly { id: string }[]
    trainings: readonly Training[]
  }
  names: Names
}) {
  const { holes, override } = matched
  const t = useTranslations('career')
  return (
    <Section id="rows" title={t('board.names.matched')} note={t('board.notes.matched')}>
      {override && (
        <Notice tone="warn">
          {t('override.visible', {
            asked: override.askedBy,
            approved: override.approvedBy,
            reason: override.reason,
          })}
        </Notice>
      )}
      {holes.length === 0 && <EmptyState icon="done" title={t('board.noHoles')} />}
      {holes.length > 0 && <HoleList label={t('board.names.matched')} holes={holes} names={names} />}
      <h3 className="section-title mt-8">{t('board.allSteps')}</h3>
      <Increments {...matched} names={names} />
    </Section>
  )
}

type Kind = { kind: StalledKind; whose: Whose; count: number; median: number }

/** What stands still, by kind and by whose move it is; functions, never names. */
export function WorksRows({
  kinds,
  hrefOf,
}: {
  kinds: readonly Kind[]
  /** Where the names behind a kind stand, for whoever leads some of these people. */
  hrefOf?: (kind: StalledKind) => string
}) {
  const t = useTranslations('career')
  return (
    <Section id="rows" title={t('board.names.works')} note={t('board.notes.works')}>
      {kinds.length === 0 && <EmptyState icon="done" title={t('stalled.none')} />}
      <List label={t('board.names.works')}>
        {kinds.map(({ kind, whose, count, median }) => (
          <Row
            key={`${kind}/${whose}`}
            href={hrefOf?.(kind)}
            title={t(`board.kinds.${kind}`)}
            note={t('board.waits', { whose: t(`stalled.whose.${whose}`), days: median })}
            end={<span className="tabular-nums">{count}</span>}
          />
        ))}
      </List>
    </Section>
  )
}
