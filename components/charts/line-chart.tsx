type Point = { at: string; value: number }
type Props = {
  /** What the chart shows, said above it. */
  sentence: string
  points: readonly Point[]
  low: number | null
  high: number | null
  /** The ends of the axis of time, ISO. */
  from: string
  to: string
  /** The clock at three places of the axis of time. */
  clock: (moment: Date) => string
  number: (value: number) => string
}

const WIDTH = 720
const HEIGHT = 240
const LEFT = 52
const BOTTOM = 28

/** A number over time with the band that it should stay in. A table with the same stands beside it on the page. */
export function LineChart({ sentence, points, low, high, from, to, clock, number }: Props) {
  const values = [...points.map(({ value }) => value), low, high].filter((value) => value !== null)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const margin = (most - least || 1) * 0.1
  const [begin, end] = [Date.parse(from), Date.parse(to)]
  const x = (at: number) => LEFT + ((at - begin) / (end - begin)) * (WIDTH - LEFT)
  const y = (value: number) =>
    (HEIGHT - BOTTOM) * (1 - (value - least + margin) / (most - least + 2 * margin))
  const path = points
    .map(
      ({ at, value }, index) => `${index ? 'L' : 'M'}${x(Date.parse(at)).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('')
  const [top, bottom] = [high === null ? 0 : y(high), low === null ? HEIGHT - BOTTOM : y(low)]
  const limits = [low, high].filter((value) => value !== null)
  return (
    <figure className="grid max-w-3xl gap-2">
      <figcaption>{sentence}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full" role="img" aria-label={sentence}>
        <rect
          x={LEFT}
          y={top}
          width={WIDTH - LEFT}
          height={Math.max(0, bottom - top)}
          className="fill-good-wash"
        />
        {limits.map((value) => (
          <g key={value}>
            <line
              x1={LEFT}
              x2={WIDTH}
              y1={y(value)}
              y2={y(value)}
              className="stroke-good"
              strokeDasharray="6 4"
            />
            <text
              x={LEFT - 6}
              y={y(value)}
              textAnchor="end"
              dominantBaseline="central"
              fontSize="14"
              className="fill-soft"
            >
              {number(value)}
            </text>
          </g>
        ))}
        {[0, 0.5, 1].map((share) => (
          <text
            key={share}
            x={LEFT + share * (WIDTH - LEFT)}
            y={HEIGHT - 8}
            textAnchor={({ 0: 'start', 0.5: 'middle', 1: 'end' } as const)[share as 0]}
            fontSize="14"
            className="fill-soft"
          >
            {clock(new Date(begin + share * (end - begin)))}
          </text>
        ))}
        <path d={path} fill="none" strokeWidth="2.5" className="stroke-accent" strokeLinejoin="round" />
      </svg>
    </figure>
  )
}
