import { useTranslations } from 'next-intl'
import { DraftGraph } from '#components/career/draft-graph'
import type { PlaceActions } from '#components/career/draft-places'
import type { GraphEdge } from '#components/career/ladder-graph'
import type { Names } from '#components/career/wording'
import { Words } from '#components/layout/words'
import { Section } from '#components/ui/section'
import { MOVE_KINDS } from '#domain/ladder-diff'

type Place = { positionId: string; slug: string; seats: number; family: string }
type Layout = {
  width: number
  height: number
  node: { width: number; height: number }
  nodes: readonly { id: string; x: number; y: number }[]
  edges: readonly GraphEdge[]
}
type Props = {
  ladder: { id: string; rungs: readonly Place[] }
  layout: Layout
  names: Names
  chosen: string | null
  addressOf: (slug: string) => string
  actions: Pick<PlaceActions, 'setMove' | 'removeMove'>
}

/** The draft drawn as a graph in which moves are made; the chosen position stands out. */
export function DraftPicture({ ladder, layout, names, chosen, addressOf, actions }: Props) {
  const t = useTranslations('career')
  const { nodes, ...picture } = layout
  return (
    <Section id="picture" title={t('ladders.picture')} note={t('ladders.pictureLead')}>
      <Words namespaces={['career.browser', 'ui.browser']}>
        <DraftGraph
          {...picture}
          versionId={ladder.id}
          label={t('map.graphOf', { title: t('ladders.picture') })}
          nodes={nodes.flatMap(({ id, x, y }) => {
            const place = ladder.rungs.find(({ positionId }) => positionId === id)
            if (!place) return []
            const note = t('ladders.seatsOf', { seats: place.seats })
            return [
              { id, x, y, href: addressOf(place.slug), title: names.title(id), note, here: id === chosen },
            ]
          })}
          kinds={MOVE_KINDS.map((value) => ({ value, label: t(`families.${value}`) }))}
          families={Object.fromEntries(ladder.rungs.map(({ positionId, family }) => [positionId, family]))}
          setMove={actions.setMove}
          removeMove={actions.removeMove}
        />
      </Words>
    </Section>
  )
}
