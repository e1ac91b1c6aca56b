import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '#components/ui/card'
import { Icon } from '#components/ui/icon'
import { Status } from '#components/ui/status'

export type Seat = {
  code: string
  place: string
  /** The last inspection: `failed` also when one critical item failed. Absent: never inspected. */
  last?: { outcome: 'passed' | 'attention' | 'failed' | 'stale'; score: number; at: string }
  openActions: number
}

const tones = { passed: 'good', attention: 'warn', failed: 'bad', stale: 'neutral' } as const

export function SeatCard({ seat, now, actions }: { seat: Seat; now: string; actions?: ReactNode }) {
  const words = useTranslations('workplace.seat')
  const format = useFormatter()
  const { last } = seat
  return (
    <Card className="grid gap-4">
      <div className="flex items-start gap-4">
        <SeatDrawing />
        <div className="min-w-0 flex-1">
          <p className="font-semibold">{words('title', { code: seat.code })}</p>
          <p className="text-small text-soft">{seat.place}</p>
        </div>
      </div>
      <p>
        {last ? (
          <Status tone={tones[last.outcome]}>{words(`outcomes.${last.outcome}`)}</Status>
        ) : (
          <Status>{words('never')}</Status>
        )}
      </p>
      <p className="text-soft">
        {last
          ? words('checked', {
              when: format.relativeTime(new Date(last.at), new Date(now)),
              score: format.number(last.score, { style: 'percent' }),
            })
          : words('firstCheck')}
      </p>
      {seat.openActions > 0 && (
        <p className="flex items-center gap-2">
          <Icon name="wrench" className="text-warn" />
          {words('openActions', { count: seat.openActions })}
        </p>
      )}
      {actions && <div className="no-print flex flex-wrap gap-3">{actions}</div>}
    </Card>
  )
}

function SeatDrawing() {
  return (
    <svg
      viewBox="0 0 56 48"
      className="h-12 w-14 flex-none"
      aria-hidden
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <rect x="14" y="4" width="28" height="18" rx="3" className="fill-accent-wash" />
      <path d="M28 22v6M4 29h48M9 29v14M47 29v14" />
      <path d="M21 43h14M28 36v7M20 36h16" className="text-soft" />
    </svg>
  )
}
