import { DrawnIcon } from '#components/ui/icon'
import type { IconName } from '#components/ui/icon-names'

const DESK = { width: 1600, depth: 900 }
const LINE = -110
const SIGN = 300

type Props = {
  turn: number
  code: string
  /** How the seat does, as a picture beside its code. */
  sign?: IconName
  /** A second, smaller line. */
  note?: string
  className: string
}

/** A desk with its chair, drawn to scale in millimetres around the seat's own point, with what is known of it. */
export function SeatDrawing({ turn, code, sign, note, className }: Props) {
  const line = note ? LINE : 0
  return (
    <>
      <g transform={`rotate(${turn})`}>
        <rect
          x={-DESK.width / 2}
          y={-DESK.depth / 2}
          width={DESK.width}
          height={DESK.depth}
          rx="120"
          strokeWidth="40"
          className={className}
        />
        <circle
          cx="0"
          cy={DESK.depth / 2 + 180}
          r="150"
          className="fill-sunken stroke-edge"
          strokeWidth="30"
        />
      </g>
      {sign && <DrawnIcon name={sign} x={-620} y={line - SIGN / 2} size={SIGN} />}
      <text
        x={sign ? 150 : 0}
        y={line}
        textAnchor="middle"
        dominantBaseline="central"
        fontSize="340"
        className="fill-ink"
      >
        {code}
      </text>
      {note && (
        <text y="220" textAnchor="middle" dominantBaseline="central" fontSize="230" className="fill-ink">
          {note}
        </text>
      )}
    </>
  )
}
