import { useFormatter, useTranslations } from 'next-intl'
import type { Names } from '#components/career/wording'
import { List, Row } from '#components/ui/list'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import { Table } from '#components/ui/table'
import type { LadderFault } from '#domain/ladder-faults'

type Place = {
  positionId: string
  ready: number
  readyBefore: number | null
  open: number
  meets: number
  unknown: number
  holders: number
}
type Move = { fromId: string; toId: string; hardSteps: number }
type Props = {
  positions: readonly Place[]
  moves: readonly Move[]
  hardStepsMost: number
  faults: readonly LadderFault[]
  names: Names
}

/** Under this share of its own holders a rung is imaginary, or unfair. */
const MIRROR_LEAST = 0.8

/** What a draft means for the people of today: who would be ready, and whether holders meet their own rules. */
export function Consequences({ positions, moves, hardStepsMost, faults, names }: Props) {
  const t = useTranslations('career.consequences')
  const format = useFormatter()
  const faultNote = ({ kind, otherId, count }: LadderFault) =>
    t(`faults.${kind}`, { other: names.title(otherId), count: count ?? 0, most: hardStepsMost })
  const rows = positions.toSorted((a, b) =>
    names.title(a.positionId).localeCompare(names.title(b.positionId), names.locale),
  )
  const stepsTo = (id: string) => moves.filter(({ toId }) => toId === id).map(({ hardSteps }) => hardSteps)
  const mirror = ({ meets, unknown, holders }: Place) => {
    if (!holders) return t('nobodyHolds')
    const known = holders - unknown
    const unsaid = unknown > 0 && t('unknown', { count: unknown })
    if (!known) return unsaid
    const share = meets / known
    const said = `${t('share', { met: meets, of: known })} (${format.number(share, { style: 'percent' })})`
    return (
      <>
        {share < MIRROR_LEAST ? <Status tone="warn">{t('imaginary', { said })}</Status> : said}
        {unsaid && <span className="block text-small text-soft">{unsaid}</span>}
      </>
    )
  }
  return (
    <>
      {faults.length > 0 && (
        <Section id="faults" title={t('faultsTitle')} note={t('faultsLead')}>
          <List label={t('faultsTitle')}>
            {faults.map((fault) => (
              <Row
                key={`${fault.kind}/${fault.positionId}/${fault.otherId}`}
                icon="danger"
                title={names.title(fault.positionId) || t('unknownPosition')}
                note={faultNote(fault)}
              />
            ))}
          </List>
        </Section>
      )}
      <Section id="consequences" title={t('title')} note={t('lead')}>
        <Table<Place>
          caption={t('title')}
          rowKey={({ positionId }) => positionId}
          rows={rows}
          columns={[
            { key: 'position', title: t('position'), cell: ({ positionId }) => names.title(positionId) },
            {
              key: 'ready',
              title: t('ready'),
              cell: ({ ready, readyBefore, open }) =>
                readyBefore === null || readyBefore === ready
                  ? t('share', { met: ready, of: open })
                  : t('readyChanged', { before: readyBefore, ready, of: open }),
            },
            { key: 'mirror', title: t('mirror'), cell: mirror },
            {
              key: 'steps',
              title: t('hardSteps'),
              align: 'end',
              cell: ({ positionId }) => stepsTo(positionId).join(', ') || '0',
            },
          ]}
        />
      </Section>
    </>
  )
}
