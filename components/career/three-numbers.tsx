import { useFormatter, useTranslations } from 'next-intl'
import { Link } from '#components/ui/link'
import { List } from '#components/ui/list'

export type BoardName = 'informed' | 'matched' | 'works'
type Number = { name: BoardName; met: number; of: number; beside?: string }
type Props = { numbers: readonly Number[]; shown: BoardName }

/** Informed, matched, works: each a share of counts, each opening the rows behind it. */
export function ThreeNumbers({ numbers, shown }: Props) {
  const t = useTranslations('career.board')
  const format = useFormatter()
  return (
    <List className="mb-10 grid gap-4 sm:grid-cols-3" label={t('title')}>
      {numbers.map(({ name, met, of, beside }) => (
        <li key={name}>
          <Link
            href={`/career/scoreboard?show=${name}#rows`}
            className="card board-number block h-full"
            aria-current={shown === name ? 'true' : undefined}
          >
            <span className="block font-semibold">{t(`names.${name}`)}</span>
            <span className="block text-title tabular-nums">
              {format.number(of ? met / of : 0, { style: 'percent', maximumFractionDigits: 0 })}
            </span>
            <span className="block text-small text-soft">{t(`counts.${name}`, { met, of })}</span>
            {beside && <span className="block text-small text-soft">{beside}</span>}
          </Link>
        </li>
      ))}
    </List>
  )
}
