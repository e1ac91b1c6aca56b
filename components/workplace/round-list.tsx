import { useFormatter, useTranslations } from 'next-intl'
import { List, Row } from '#components/ui/list'
import { Status } from '#components/ui/status'
import { Time } from '#components/ui/time'
import type { Verdict } from '#components/workplace/round-result'
import { VerdictStatus } from '#components/workplace/round-result'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Round = {
  id: string
  checklist: Text
  status: string
  seat: string | null
  room: Text
  site: Text
  startedAt: string
  startedBy: string
  score: number | null
  verdict: string | null
}

/** Rounds newest first, each with its result or as begun. */
export function RoundList({ rounds, locale }: { rounds: Round[]; locale: Locale }) {
  const words = useTranslations('workplace')
  const format = useFormatter()
  return (
    <List label={words('roundsTitle')}>
      {rounds.map((round) => {
        const score =
          round.score === null
            ? null
            : format.number(round.score, { style: 'percent', maximumFractionDigits: 1 })
        const place = {
          seat: round.seat ?? '',
          room: inLocale(round.room, locale),
          site: inLocale(round.site, locale),
        }
        return (
          <Row
            key={round.id}
            href={`/workplace/rounds/${round.id}`}
            title={words(round.seat ? 'placeSeat' : 'placeRoom', place)}
            note={
              <>
                {inLocale(round.checklist, locale)} · {round.startedBy} ·{' '}
                <Time at={round.startedAt} look="date" />
                {score && ` · ${score}`}
              </>
            }
            end={
              round.verdict ? (
                <VerdictStatus verdict={round.verdict as Verdict} />
              ) : (
                <Status tone="accent">{words('begun')}</Status>
              )
            }
          />
        )
      })}
    </List>
  )
}
