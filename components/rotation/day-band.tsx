import { useFormatter, useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon'
import { Status } from '#components/ui/status'

export type DayBlock = {
  id: string
  from: string
  to: string
  kind: 'task' | 'break'
  title: string
  /** One word for the band; the title where it is short enough. */
  short?: string
  /** 0-9, the same for the same task everywhere. */
  hue?: number
  note?: string
}

type Props = { label: string; from: string; to: string; now?: string; blocks: DayBlock[] }

const minute = 60_000
const PER_MINUTE = 0.93 // px, of nine hours in 500 px
const LETTER = 7 // px

/** A working day as it goes: blocks in their length, the hours under them, a line for now. On a phone and for a reader it is a list. */
export function DayBand({ label, from, to, now, blocks }: Props) {
  const words = useTranslations('rotation')
  const format = useFormatter()
  const start = Date.parse(from)
  const length = Date.parse(to) - start
  const share = (at: string | number) => `${(((Number(new Date(at)) - start) / length) * 100).toFixed(2)}%`
  const clock = (at: string) =>
    format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const passed = (at: string) => now !== undefined && Date.parse(at) <= Date.parse(now)
  const current = (block: DayBlock) => passed(block.from) && !passed(block.to)

  return (
    <figure aria-label={label}>
      <svg className="day" aria-hidden>
        {hoursOf(start, length).map((hour) => (
          <g key={hour}>
            <line className="day-tick" x1={share(hour)} x2={share(hour)} y1="100" y2="110" />
            <text className="day-hour" x={share(hour)} dx="4" y="120">
              {clock(new Date(hour).toISOString())}
            </text>
          </g>
        ))}
        {blocks.map((block) => (
          <svg
            key={block.id}
            x={share(block.from)}
            y="28"
            height="72"
            width={width(block, length)}
            className={passed(block.to) ? 'day-gone' : undefined}
          >
            <title>{`${clock(block.from)}–${clock(block.to)} ${block.title}`}</title>
            <rect
              className={block.kind === 'break' ? 'day-break' : `hue-${block.hue ?? 8}`}
              x="1"
              width="calc(100% - 2px)"
              height="72"
              rx="10"
            />
            {minutes(block) >= 45 && (
              <text className="day-title" x="10" y="30">
                {called(block)}
              </text>
            )}
            {minutes(block) >= 105 && (
              <text x="10" y="52">
                {`${clock(block.from)}–${clock(block.to)}`}
              </text>
            )}
          </svg>
        ))}
        {now && passed(from) && !passed(to) && (
          <svg x={share(now)} overflow="visible">
            <title>{words('now')}</title>
            <line className="day-now" x1="0" x2="0" y1="20" y2="106" />
            <text className="day-now-word" x="0" y="13" textAnchor="middle">
              {words('now')}
            </text>
          </svg>
        )}
      </svg>
      <ol className="rows day-list">
        {blocks.map((block) => (
          <li key={block.id} aria-current={current(block) ? 'time' : undefined}>
            <span className="row">
              <span
                className={`swatch ${block.kind === 'break' ? 'swatch-break' : `hue-${block.hue ?? 8}`}`}
              />
              <span className="w-26 shrink-0 text-soft">
                {clock(block.from)}–{clock(block.to)}
              </span>
              <span className="min-w-0 flex-1">
                <span className={current(block) ? 'font-semibold' : undefined}>{block.title}</span>
                {block.note && <span className="block text-small text-soft">{block.note}</span>}
              </span>
              {current(block) && (
                <Status tone="accent" icon="time">
                  {words('now')}
                </Status>
              )}
              {block.kind === 'break' && !current(block) && <Icon name="break" className="text-soft" />}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  )
}

/** Whole hours inside the day, every second one where there are more than ten. */
function hoursOf(start: number, length: number) {
  const hour = 60 * minute
  const step = length > 10 * hour ? 2 * hour : hour
  const first = Math.ceil(start / hour) * hour
  const hours: number[] = []
  for (let at = first; at < start + length; at += step) hours.push(at)
  return hours
}

function width(block: DayBlock, length: number) {
  return `${(((Date.parse(block.to) - Date.parse(block.from)) / length) * 100).toFixed(2)}%`
}

/** Of a nine-hour day drawn 500 px wide, 45 minutes carry a short word and 105 also the times. */
function minutes(block: DayBlock) {
  return (Date.parse(block.to) - Date.parse(block.from)) / minute
}

/** As much of the name as there is room for: all of it, its first word, or the beginning of that. */
function called(block: DayBlock) {
  const name = block.short ?? block.title
  const room = Math.floor((minutes(block) * PER_MINUTE - 8) / LETTER)
  const word = name.split(' ')[0] ?? name
  if (name.length <= room) return name
  return word.length <= room ? word : `${word.slice(0, room - 1)}…`
}
