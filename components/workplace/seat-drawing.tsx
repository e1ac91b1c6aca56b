const DESK = { width: 1600, depth: 900 }

/** A desk with its chair, drawn to scale in millimetres around the seat's own point, with the seat's sign on it. */
export function SeatDrawing({ turn, sign, className }: { turn: number; sign: string; className: string }) {
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
      <text textAnchor="middle" dominantBaseline="central" fontSize="340" className="fill-ink">
        {sign}
      </text>
    </>
  )
}
