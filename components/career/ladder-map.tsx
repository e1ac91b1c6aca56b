import { useFormatter, useTranslations } from 'next-intl'
import { type GraphEdge, LadderGraph } from '#components/career/ladder-graph'
import { LadderPicture, type LadderRung } from '#components/career/ladder-picture'
import { Words } from '#components/layout/words'
import { LinkTabs } from '#components/ui/link-tabs'
import { List, Row } from '#components/ui/list'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Family = 'vertical' | 'horizontal-inside' | 'horizontal-out'
export type Place = {
  positionId: string
  slug: string
  title: Text
  purpose: Text
  family: Family
  rung: number | null
}
type Move = { fromId: string; toId: string; kind: Family }
type Target = { position: { positionId: string }; met: number; asked: number }
type Graph = {
  width: number
  height: number
  node: { width: number; height: number }
  nodes: readonly { id: string; x: number; y: number }[]
  edges: readonly GraphEdge[]
}
type Props = {
  positions: readonly Place[]
  moves: readonly Move[]
  targets: readonly Target[]
  ownId: string | null
  locale: Locale
  /** Where all stands when it is drawn as a graph; without it the ladder is drawn as one climbs it. */
  graph?: Graph
}

const FAMILIES = ['vertical', 'horizontal-inside', 'horizontal-out'] as const
const hrefOf = ({ slug }: Place) => `/career/positions/${slug}`

const sidesOf = ({ positions, moves, locale }: Props, rung: Place) =>
  moves
    .filter(({ fromId, kind }) => fromId === rung.positionId && kind !== 'vertical')
    .flatMap(({ toId, kind }) => {
      const place = positions.find(({ positionId }) => positionId === toId)
      const side = kind === 'horizontal-out' ? ('out' as const) : ('inside' as const)
      return place
        ? [{ id: toId, href: hrefOf(place), title: inLocale(place.title, locale), kind: side }]
        : []
    })

const stateOf = ({ positions, targets, moves, ownId }: Props, rung: Place): LadderRung['state'] => {
  if (rung.positionId === ownId) return 'here'
  const own = positions.find(({ positionId }) => positionId === ownId)
  if (own?.rung && rung.rung && rung.rung < own.rung) return 'climbed'
  const isUp = moves.some(
    ({ fromId, toId, kind }) => fromId === ownId && toId === rung.positionId && kind === 'vertical',
  )
  if (isUp) return 'next'
  return targets.some(({ position }) => position.positionId === rung.positionId) ? 'open' : 'far'
}

/** What the picture shows with lines: where a position leads, and from where one comes to it. */
function Ways({
  place,
  positions,
  moves,
  locale,
}: Pick<Props, 'positions' | 'moves' | 'locale'> & { place: Place }) {
  const t = useTranslations('career.map')
  const format = useFormatter()
  const named = (ways: readonly { id: string; kind: Family }[]) =>
    format.list(
      ways.flatMap(({ id, kind }) => {
        const other = positions.find(({ positionId }) => positionId === id)
        return other ? [t('way', { title: inLocale(other.title, locale), kind: t(`ways.${kind}`) })] : []
      }),
    )
  const on = moves.filter(({ fromId }) => fromId === place.positionId)
  const here = moves.filter(({ toId }) => toId === place.positionId)
  const said = [
    place.rung === null ? '' : t('rung', { rung: place.rung }),
    on.length ? t('leadsTo', { list: named(on.map(({ toId, kind }) => ({ id: toId, kind }))) }) : '',
    here.length
      ? t('comesFrom', { list: named(here.map(({ fromId, kind }) => ({ id: fromId, kind }))) })
      : '',
  ]
  return <span className="block">{said.filter(Boolean).join(' ')}</span>
}

/** The ladder as a picture, and the same as a list that needs no eyes. */
export function LadderMap(props: Props) {
  const { positions, moves, targets, ownId, locale, graph } = props
  const t = useTranslations('career')
  const format = useFormatter()
  const shareOf = ({ positionId }: Place): string | undefined => {
    const target = targets.find(({ position }) => position.positionId === positionId)
    if (!target) return undefined
    const share = format.number(target.asked ? target.met / target.asked : 1, { style: 'percent' })
    return t('share', { share })
  }
  const rungs = positions
    .filter(({ rung }) => rung !== null)
    .toSorted((a, b) => (a.rung ?? 0) - (b.rung ?? 0))
    .map(
      (place): LadderRung => ({
        id: place.positionId,
        href: hrefOf(place),
        title: inLocale(place.title, locale),
        state: stateOf(props, place),
        note: shareOf(place),
        sides: sidesOf(props, place),
      }),
    )
  return (
    <>
      <div className="no-print">
        <LinkTabs
          label={t('map.views')}
          tabs={[
            { href: '/career', label: t('map.ladder'), current: !graph },
            { href: '/career?view=graph', label: t('map.graph'), current: Boolean(graph) },
          ]}
        />
      </div>
      {graph ? (
        <Words namespaces={['career.browser', 'ui.browser']}>
          <p className="mb-3 text-small text-soft">{t('map.legend')}</p>
          <LadderGraph
            label={t('map.graphOf', { title: t('title') })}
            width={graph.width}
            height={graph.height}
            node={graph.node}
            edges={graph.edges}
            nodes={graph.nodes.flatMap(({ id, x, y }) => {
              const place = positions.find(({ positionId }) => positionId === id)
              if (!place) return []
              const note = id === ownId ? t('ladder.here') : (shareOf(place) ?? '')
              const title = inLocale(place.title, locale)
              return [{ id, x, y, href: hrefOf(place), title, note, here: id === ownId }]
            })}
          />
        </Words>
      ) : (
        <LadderPicture label={t('title')} rungs={rungs} />
      )}
      <Section id="all" title={t('all')} className="mt-10">
        <div className="grid gap-6">
          {FAMILIES.map((family) => (
            <div key={family}>
              <h3 className="section-title">{t(`families.${family}`)}</h3>
              <List label={t(`families.${family}`)}>
                {positions
                  .filter((place) => place.family === family)
                  .map((place) => (
                    <Row
                      key={place.positionId}
                      href={hrefOf(place)}
                      title={inLocale(place.title, locale)}
                      note={
                        <>
                          {[inLocale(place.purpose, locale), shareOf(place)].filter(Boolean).join(' · ')}
                          <Ways place={place} positions={positions} moves={moves} locale={locale} />
                        </>
                      }
                      end={place.positionId === ownId && <Status tone="accent">{t('position.here')}</Status>}
                    />
                  ))}
              </List>
            </div>
          ))}
        </div>
      </Section>
    </>
  )
}
