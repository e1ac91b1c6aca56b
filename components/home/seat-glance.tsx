import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/link-button'
import { Section } from '#components/ui/section'
import { SeatCard } from '#components/workplace/seat-card'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Mine = {
  now: string
  outcome: 'passed' | 'attention' | 'failed' | 'stale' | 'never'
  seat: {
    code: string
    room: Text
    site: Text
    last: { score: number | null; at: string } | null
    openActions: number
  } | null
}

/** The own seat with its last result and age, and the way to say that something is wrong with it. */
export function SeatGlance({ mine, locale }: { mine: Mine; locale: Locale }) {
  const t = useTranslations('home.seat')
  const { seat, outcome, now } = mine
  if (!seat) {
    return (
      <Section id="seat" title={t('title')}>
        <p className="text-soft">{t('none')}</p>
      </Section>
    )
  }
  const known = outcome === 'passed' || outcome === 'attention' || outcome === 'failed'
  const last = known && seat.last ? { outcome, score: seat.last.score ?? 0, at: seat.last.at } : undefined
  const place = `${inLocale(seat.room, locale)} · ${inLocale(seat.site, locale)}`
  return (
    <Section id="seat" title={t('title')}>
      <SeatCard
        seat={{ code: seat.code, place, last, openActions: seat.openActions }}
        now={now}
        actions={
          <LinkButton href="/workplace" icon="wrench">
            {t('report')}
          </LinkButton>
        }
      />
    </Section>
  )
}
