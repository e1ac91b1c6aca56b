import { useTranslations } from 'next-intl'
import type { Names } from '#components/career/wording'
import { Section } from '#components/ui/section'

type Leg = { toId: string; months: number; hours: number }
type Way = { legs: readonly Leg[]; months: number; hours: number }

/** How to get to a far target through other positions: the best way and the second best, by months and hours of training. */
export function Ways({ ways, target, names }: { ways: readonly Way[]; target: string; names: Names }) {
  const t = useTranslations('career.ways')
  const cost = ({ months, hours }: { months: number; hours: number }) => t('cost', { months, hours })
  return (
    <Section id="ways" title={t('title', { target })} note={t('lead')}>
      {ways.length === 0 && <p className="text-soft">{t('none')}</p>}
      <div className="grid gap-6 sm:grid-cols-2">
        {ways.map((way, index) => (
          <div key={way.legs.map(({ toId }) => toId).join()}>
            <h3 className="font-semibold">{index === 0 ? t('best') : t('second')}</h3>
            <p className="text-small text-soft">{cost(way)}</p>
            <ol className="rows">
              {way.legs.map((leg) => (
                <li key={leg.toId} className="row">
                  <span className="min-w-0 flex-1">
                    <span className="block">{names.title(leg.toId)}</span>
                    <span className="block text-small text-soft">{cost(leg)}</span>
                  </span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </Section>
  )
}
