import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { EmptyState } from '#components/ui/empty-state'
import { Link } from '#components/ui/link'
import { Section } from '#components/ui/section'
import type { Tone } from '#components/ui/status'
import { Status } from '#components/ui/status'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'
import type { CellState } from '#domain/training-team'

export type Named = { id: string; code: string; slug: string; title: Text }
export type Person = {
  id: string
  name: string
  cells: readonly { trainingId: string; state: CellState; until: string | null; dueOn: string | null }[]
}
export type Matrix = {
  teams: readonly { id: string; name: Text }[]
  teamId: string | null
  people: readonly Person[]
  trainings: readonly Named[]
}
export const TONES: Record<CellState, Tone> = {
  passed: 'good',
  expiring: 'warn',
  expired: 'bad',
  onTheWay: 'accent',
  late: 'bad',
  assigned: 'neutral',
}
/** What needs somebody first. */
export const ORDER: readonly CellState[] = ['late', 'expired', 'expiring', 'assigned', 'onTheWay', 'passed']

/** Each training that concerns somebody of the team, with who stands where; what needs a hand comes first. */
export function TeamByTraining({ matrix, locale }: { matrix: Matrix; locale: Locale }) {
  const t = useTranslations('training.team')
  const { people, trainings } = matrix
  const standing = ({ id }: Named, state: CellState) =>
    people.filter(({ cells }) => cells.some((cell) => cell.trainingId === id && cell.state === state))
  const concerned = trainings.filter(({ id }) =>
    people.some(({ cells }) => cells.some(({ trainingId }) => trainingId === id)),
  )
  if (!concerned.length)
    return <EmptyState icon="training" title={t('noTrainings')} lead={t('noTrainingsLead')} />
  return (
    <Section id="trainings" title={t('trainings')} note={t('trainingsNote')}>
      <ul className="rows">
        {concerned.map((training) => {
          const passed = standing(training, 'passed')
          return (
            <li key={training.id} className="row flex-wrap items-start!">
              <p className="min-w-0 basis-72 font-semibold">
                <Link href={`/training/${training.slug}`} className="link">
                  {inLocale(training.title, locale)}
                </Link>
              </p>
              <div className="grid min-w-0 flex-1 basis-72 gap-2">
                {ORDER.filter((state) => state !== 'passed').map((state) => (
                  <Standing key={state} state={state} people={standing(training, state)} />
                ))}
                <Disclosure summary={t('passedOf', { count: passed.length, of: people.length })}>
                  <Names people={passed} />
                </Disclosure>
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function Standing({ state, people }: { state: CellState; people: readonly Person[] }) {
  const t = useTranslations('training.team')
  if (!people.length) return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
      <Status tone={TONES[state]}>{t(`states.${state}`)}</Status>
      <Names people={people} />
    </div>
  )
}

function Names({ people }: { people: readonly Person[] }) {
  const t = useTranslations('training.team')
  if (!people.length) return <p className="text-small text-soft">{t('nothing')}</p>
  return (
    <ul className="flex min-w-0 flex-wrap gap-x-4 gap-y-1 text-small">
      {people.map(({ id, name }) => (
        <li key={id}>
          <Link href={`/training/people/${id}`} className="link">
            {name}
          </Link>
        </li>
      ))}
    </ul>
  )
}
