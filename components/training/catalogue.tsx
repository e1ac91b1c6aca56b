import { useFormatter, useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { List, Row } from '#components/ui/list'
import { LoadMore } from '#components/ui/load-more'
import type { Tone } from '#components/ui/status'
import { Status } from '#components/ui/status'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'
import type { FORMATS } from '#domain/training'

export type Training = {
  id: string
  slug: string
  title: Text
  format: (typeof FORMATS)[number]
  hours: number
  levels: readonly { competenceId: string; title: Text; level: number }[]
  positions: readonly { slug: string; title: Text }[]
  dates: readonly { startsAt: string; free: number; timeZone: string | null }[]
  useful: { average: number; voices: number } | null
  ownState: string | null
  passedUntil: string | null
  anyTime: boolean
}
type Props = {
  trainings: readonly Training[]
  more: string | null
  forNext: boolean
  today: string
  locale: Locale
}

/** The rows of the catalogue: what each gives, how long it takes, and the next free seat. */
export function Catalogue({ trainings, more, forNext, today, locale }: Props) {
  const t = useTranslations('training')
  const format = useFormatter()
  if (!trainings.length) {
    const action = <LinkButton href="/training">{t('showAll')}</LinkButton>
    return (
      <EmptyState
        icon="training"
        title={forNext ? t('emptyNext') : t('empty')}
        lead={t('emptyLead')}
        action={action}
      />
    )
  }
  const seats = ({ anyTime, dates }: Training) => {
    if (anyTime && !dates.length) return t('anyTime')
    if (!dates.length) return t('noDate')
    return dates
      .map(({ startsAt, free, timeZone }) => {
        const date = format.dateTime(new Date(startsAt), {
          timeZone: timeZone ?? undefined,
          day: 'numeric',
          month: 'short',
        })
        return t('seatOn', { date, free })
      })
      .join('; ')
  }
  const facts = ({ format: kind, hours, useful }: Training) =>
    [
      t(`formats.${kind}`),
      t('hours', { hours }),
      useful && t('useful', { average: useful.average, voices: useful.voices }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <>
      <List label={t('list')}>
        {trainings.map((training) => (
          <Row
            key={training.id}
            href={`/training/${training.slug}`}
            title={<span className="font-semibold">{inLocale(training.title, locale)}</span>}
            note={
              <>
                <span className="block">
                  {training.levels
                    .map(({ title, level }) =>
                      t('gives', { title: inLocale(title, locale), level: String(level) }),
                    )
                    .join('; ')}
                </span>
                {training.positions.length > 0 && (
                  <span className="block">
                    {t('whom', {
                      positions: training.positions.map(({ title }) => inLocale(title, locale)).join(', '),
                    })}
                  </span>
                )}
                <span className="block">{facts(training)}</span>
                <span className="block">{seats(training)}</span>
                <span className="mt-1 block">
                  <Own state={training.ownState} until={training.passedUntil} today={today} />
                </span>
              </>
            }
          />
        ))}
      </List>
      <LoadMore href={more} />
    </>
  )
}

type OwnProps = { state: string | null; until: string | null; today: string }

/** How the reader stands with a training: on the way, passed, or passed once and expired. */
export function Own({ state, until, today }: OwnProps) {
  const t = useTranslations('training')
  const format = useFormatter()
  if (state) {
    const tone: Tone = state === 'waitlisted' ? 'warn' : 'accent'
    return <Status tone={tone}>{t(`states.${state as 'booked'}`)}</Status>
  }
  if (!until) return null
  if (until === 'infinity') return <Status tone="good">{t('passed')}</Status>
  const date = format.dateTime(new Date(until), { dateStyle: 'long', timeZone: 'UTC' })
  const valid = until >= today
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
      <Status tone={valid ? 'good' : 'warn'}>{valid ? t('passed') : t('expired')}</Status>
      <span>{valid ? t('validUntil', { date }) : t('expiredOn', { date })}</span>
    </span>
  )
}
