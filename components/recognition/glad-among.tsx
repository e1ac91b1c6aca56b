import type { ReactNode } from 'react'
import { type Glad, GladCard } from '#components/recognition/glad-card'
import type { Greet } from '#components/recognition/greeting'

/** A card that is drawn already, among rows that are drawn where they are read. */
export type Drawn = { id: string; card: ReactNode }

const EACH = 2

/** One wall of both: what is celebrated today stands first, the rest of the news between praises, so that neither hides the other. */
export function gladAmong<Praise>(
  praises: readonly Praise[],
  glads: readonly Glad[],
  { look, greet }: { look?: 'wall' | 'poster'; greet?: Greet } = {},
): (Praise | Drawn)[] {
  const drawn = (glad: Glad): Drawn => ({
    id: glad.id,
    card: <GladCard glad={glad} look={look} greet={greet} />,
  })
  const isToday = (glad: Glad) => 'when' in glad && glad.when === 'today'
  const rest = glads.filter((glad) => !isToday(glad))
  const mixed: (Praise | Drawn)[] = glads.filter(isToday).map(drawn)
  for (let at = 0; at < praises.length || rest.length > 0; at += EACH) {
    mixed.push(...praises.slice(at, at + EACH))
    const next = rest.shift()
    if (next) mixed.push(drawn(next))
  }
  return mixed
}
