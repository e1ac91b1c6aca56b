export type StripPiece = { key: string; from: number; to: number; text: string; hue: number | null }
type Stretch = { from: number; to: number }
type Props = { from: number; to: number; shift: Stretch; pieces: StripPiece[]; broken: Stretch[] }

const MINUTE = 60_000

/** One person's shift on the scale of the team's day; the same stands in words beside it. */
export function ShiftStrip({ from, to, shift, pieces, broken }: Props) {
  const share = (length: number) => `${((length / (to - from)) * 100).toFixed(2)}%`
  return (
    <svg className="strip" aria-hidden>
      <rect
        className="strip-shift"
        x={share(shift.from - from)}
        width={share(shift.to - shift.from)}
        y="2"
        height="32"
        rx="6"
      />
      {pieces.map((piece) => (
        <svg
          aria-hidden
          key={piece.key}
          x={share(piece.from - from)}
          width={share(piece.to - piece.from)}
          y="2"
          height="32"
        >
          <rect
            className={piece.hue === null ? 'day-break' : `hue-${piece.hue}`}
            x="0.500"
            width="calc(100% - 1px)"
            height="32"
            rx="6"
          />
          {piece.to - piece.from >= 60 * MINUTE && (
            <text x="6" y="21">
              {piece.text}
            </text>
          )}
        </svg>
      ))}
      {broken.map((one) => (
        <rect
          key={`${one.from}-${one.to}`}
          className="strip-broken"
          x={share(one.from - from)}
          width={share(one.to - one.from)}
          y="36"
          height="4"
          rx="2"
        />
      ))}
    </svg>
  )
}
