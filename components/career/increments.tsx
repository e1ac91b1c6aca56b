import { useFormatter, useTranslations } from 'next-intl'
import type { Names } from '#components/career/wording'
import { Disclosure } from '#components/ui/disclosure'
import { Link } from '#components/ui/link'
import { Status } from '#components/ui/status'

export type Increment = {
  positionId: string
  competenceId: string
  level: number
  trainingIds: readonly string[]
  open: boolean
}
export type Teaching = {
  id: string
  slug: string
  format: string
  open: boolean
  next: { startsAt: string; free: number } | null
}

/** Every step in competence that the ladder asks, position by position, with what teaches it and when. */
export function Increments({
  increments,
  positions,
  trainings,
  names,
}: {
  increments: readonly Increment[]
  positions: readonly { id: string }[]
  trainings: readonly Teaching[]
  names: Names
}) {
  const t = useTranslations('career')
  const format = useFormatter()
  const whenOf = ({ open, next, format: kind }: Teaching) => {
    if (kind === 'self-paced') return t('steps.selfPaced')
    if (!next) return t(open ? 'steps.onTheJob' : 'steps.noSeat')
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
