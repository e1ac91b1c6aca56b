import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { KeyValues } from '#components/ui/key-values'
import { Link } from '#components/ui/link'
import { Section } from '#components/ui/section'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Place = { positionId: string; slug: string; title: Text; seats: number }
type Props = {
  position: Place
  holders: number
  ready: number
  seatsAYear: number
  moves: readonly { fromId: string; toId: string }[]
  others: readonly Place[]
  locale: Locale
}

/** Where a position stands among the others, and how many seats it has. */
export function PositionAround({ position, holders, ready, seatsAYear, moves, others, locale }: Props) {
  const t = useTranslations('career')
  const links = (ids: string[]): ReactNode => {
    const places = others.filter(({ positionId }) => ids.includes(positionId))
    if (!places.length) return t('position.nowhere')
    return (
      <span className="grid gap-1">
        {places.map(({ positionId, slug, title }) => (
          <Link key={positionId} href={`/career/positions/${slug}`} className="link inline-block py-1">
            {inLocale(title, locale)}
          </Link>
        ))}
      </span>
    )
  }
  const { positionId, seats } = position
  const rows = [
    seats > 0
      ? { label: t('position.seats'), value: t('position.seatsValue', { seats, holders }) }
      : { label: t('position.holders'), value: holders },
    { label: t('position.chance'), value: t('position.chanceValue', { ready, seats: seatsAYear }) },
    {
      label: t('position.from'),
      value: links(moves.filter((m) => m.toId === positionId).map((m) => m.fromId)),
    },
    {
      label: t('position.to'),
      value: links(moves.filter((m) => m.fromId === positionId).map((m) => m.toId)),
    },
  ]
  return (
    <Section id="around" title={t('position.around')}>
      <KeyValues rows={rows} />
    </Section>
  )
}
