import { useTranslations } from 'next-intl'
import type { Names } from '#components/career/wording'
import { List, Row } from '#components/ui/list'
import { Status } from '#components/ui/status'
import type { Hole } from '#domain/holes'

type Props = { label: string; holes: readonly Hole[]; names: Names }

/** Steps that nobody can learn now: for which position, which level, and whether a training or only a seat is missing. */
export function HoleList({ label, holes, names }: Props) {
  const t = useTranslations('career')
  return (
    <List label={label}>
      {holes.map(({ positionId, competenceId, level, reason }) => (
        <Row
          key={`${positionId}/${competenceId}`}
          title={names.title(positionId)}
          note={t('steps.level', { title: names.title(competenceId), level: String(level) })}
          end={
            <Status tone="warn">
              {reason === 'no-seat' ? t('ladders.holeNoSeat') : t('ladders.holeNoTraining')}
            </Status>
          }
        />
      ))}
    </List>
  )
}
