type Bar = { id: string; label: string; value: number; text: string; loud?: boolean }
type Props = { bars: readonly Bar[]; mark?: { value: number; label: string } }

const HEIGHT = 140
const STEP = 56
const WIDE = 36
/** Where the mark is named. */
const ASIDE = 96

/** Columns from zero with their numbers on them, and a line not to cross. Only a picture: the same rows stand in a table beside it. */
export function MonthBars({ bars, mark }: Props) {
  const highest = Math.max(mark?.value ?? 0, ...bars.map(({ value }) => value), Number.EPSILON) * 1.15
  const width = bars.length * STEP
  const tall = (value: number) => (HEIGHT * value) / highest
  return (
    <div>
      <svg
        aria-hidden
        className="h-auto max-w-full"
        viewBox={`0 -18 ${width + ASIDE} ${HEIGHT + 44}`}
        width={width + ASIDE}
        height={HEIGHT + 44}
      >
        {bars.map(({ id, label, value, text, loud }, at) => {
          const height = tall(value)
          const middle = at * STEP + STEP / 2
          return (
            <g key={id} className="text-small" textAnchor="middle">
              <rect
                x={middle - WIDE / 2}
                y={HEIGHT - height}
                width={WIDE}
                height={height}
                rx="4"
                className={loud ? 'fill-warn-wash stroke-warn' : 'fill-accent-wash stroke-edge'}
              />
              <text
                x={middle}
                y={HEIGHT - height - 5}
                className="fill-ink stroke-paper"
                strokeWidth="4"
                paintOrder="stroke"
              >
                {text}
              </text>
              <text x={middle} y={HEIGHT + 18} className="fill-soft">
                {label}
              </text>
            </g>
          )
        })}
        <path d={`M0 ${HEIGHT}H${width}`} className="stroke-edge" />
        {mark && (
          <>
            <path
              d={`M0 ${HEIGHT - tall(mark.value)}H${width}`}
              className="stroke-warn"
              strokeDasharray="4 4"
            />
            <text x={width + 4} y={HEIGHT - tall(mark.value) + 4} className="text-small fill-soft">
              {mark.label}
            </text>
          </>
        )}
      </svg>
    </div>
  )
}
