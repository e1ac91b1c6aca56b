import { useFormatter, useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { DrawnIcon } from '#components/ui/icon'
import type { IconName } from '#components/ui/icon-names'
import { Link } from '#components/ui/link'
import type { Tone } from '#components/ui/status'
import { Status } from '#components/ui/status'
import { Table } from '#components/ui/table'
import { Time } from '#components/ui/time'
import { SeatDrawing } from '#components/workplace/seat-drawing'
import type { Outcome } from '#domain/workplace'
import { OUTCOMES } from '#domain/workplace'

export type PlanSeat = {
  id: string
  code: string
  x: number
  y: number
  turn: number
  person: string | null
  at: string | null
  score: number | null
  openActions: number
  /** Nobody sits there until a critical fault is mended. */
  closed: boolean
  outcome: Outcome
}
type Props = { title: string; width: number; depth: number; seats: PlanSeat[]; now: string }

const SIGNS: Record<Outcome | 'closed', IconName> = {
  passed: 'check',
  attention: 'warning',
  failed: 'close',
  stale: 'history',
  never: 'missing',
  closed: 'lock',
}
const FILLS: Record<Outcome, string> = {
  passed: 'fill-good-wash stroke-good',
  attention: 'fill-warn-wash stroke-warn',
  failed: 'fill-bad-wash stroke-bad',
  stale: 'fill-sunken stroke-edge',
  never: 'fill-raised stroke-line',
}
const TONES: Record<Outcome, Tone> = {
  passed: 'good',
  attention: 'warn',
  failed: 'bad',
  stale: 'neutral',
  never: 'neutral',
}

/** What the signs and colours on a plan mean. */
export function PlanLegend() {
  const words = useTranslations('workplace.outcomes')
  return (
    <ul className="mb-6 flex flex-wrap gap-x-5 gap-y-1 text-small">
      {[...OUTCOMES, 'closed' as const].map((outcome) => (
        <li key={outcome} className="flex items-center gap-2">
          <svg viewBox="0 0 24 24" aria-hidden className="size-6">
            <rect
              x="1"
              y="1"
              width="22"
              height="22"
              rx="4"
              className={FILLS[outcome === 'closed' ? 'failed' : outcome]}
            />
            <DrawnIcon name={SIGNS[outcome]} x={5} y={5} size={14} />
          </svg>
          {words(outcome)}
        </li>
      ))}
    </ul>
  )
}

/** A room to scale; under it the same as a table. An old result is grey, whatever it was. */
export function SitePlan({ title, width, depth, seats, now }: Props) {
  const words = useTranslations('workplace')
  const format = useFormatter()
  const ageOf = ({ at }: PlanSeat) =>
    at ? format.relativeTime(new Date(at), { now: new Date(now), style: 'narrow' }) : undefined
  const lineOf = (seat: PlanSeat) =>
    words('seatLine', { code: seat.code, outcome: saidOf(seat), age: ageOf(seat) ?? 'none' })
  const saidOf = ({ closed, outcome }: PlanSeat) => words(`outcomes.${closed ? 'closed' : outcome}`)
  return (
    <div className="grid gap-6 [&>*]:min-w-0">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone is scrolled by keyboard too */}
      <section className="plan" aria-label={words('mapOf', { title })} tabIndex={0}>
        <svg viewBox={`0 0 ${width} ${depth}`} className="plan-drawing">
          <title>{title}</title>
          <rect
            x="30"
            y="30"
            width={width - 60}
            height={depth - 60}
            rx="200"
            className="fill-raised stroke-edge"
            strokeWidth="60"
          />
          {seats.map((seat) => (
            // The keyboard reaches the same pages by the table, one seat after another.
            <g key={seat.id} transform={`translate(${seat.x} ${seat.y})`}>
              <a href={`/workplace/seats/${seat.id}`} tabIndex={-1}>
                {/* Its name, and what a mouse reads. */}
                <title>{lineOf(seat)}</title>
                <SeatDrawing
                  turn={seat.turn}
                  code={seat.code}
                  sign={SIGNS[seat.closed ? 'closed' : seat.outcome]}
                  note={ageOf(seat)}
                  className={FILLS[seat.outcome]}
                />
              </a>
            </g>
          ))}
        </svg>
      </section>
      <Disclosure summary={words('asTable', { title })}>
        <Table
          caption={title}
          rowKey={(seat) => seat.id}
          rows={seats}
          columns={[
            {
              key: 'code',
              title: words('seatColumn'),
              cell: (seat) => (
                <Link className="link" href={`/workplace/seats/${seat.id}`}>
                  {seat.code}
                </Link>
              ),
            },
            { key: 'person', title: words('personColumn'), cell: (seat) => seat.person ?? '–' },
            {
              key: 'outcome',
              title: words('resultColumn'),
              cell: (seat) => <Status tone={TONES[seat.outcome]}>{saidOf(seat)}</Status>,
            },
            {
              key: 'score',
              title: words('scoreColumn'),
              align: 'end',
              cell: (seat) => (seat.score === null ? '–' : format.number(seat.score, { style: 'percent' })),
            },
            {
              key: 'age',
              title: words('ageColumn'),
              cell: (seat) => (seat.at ? <Time at={seat.at} now={now} /> : '–'),
            },
            { key: 'open', title: words('openColumn'), align: 'end', cell: (seat) => seat.openActions },
          ]}
        />
      </Disclosure>
    </div>
  )
}
