const ears = [
  [52, 742, 1.1, -9],
  [112, 774, 0.9, 6],
  [176, 758, 1, -4],
  [430, 768, 1, 7],
  [492, 742, 1.15, -6],
  [548, 772, 0.9, 10],
  [-4, 770, 0.9, 8],
  [602, 748, 1, 4],
] as const
const rungs = [672, 604, 536, 468, 400, 332, 264]

/** A field, a ladder, the sun at its top: drawn here, so that nothing is fetched. */
export function LadderScene() {
  return (
    <svg viewBox="0 0 600 800" preserveAspectRatio="xMidYMax slice" aria-hidden>
      <rect className="scene-sky" x="-600" y="-800" width="1800" height="1600" />
      <circle className="scene-glow" cx="330" cy="196" r="210" opacity="0.55" />
      <circle className="scene-glow" cx="330" cy="196" r="142" />
      <circle className="scene-sun" cx="330" cy="196" r="78" />
      <path className="scene-far" d="M-600 560C-200 470 40 600 260 540S760 470 1200 560V800H-600Z" />
      <path className="scene-near" d="M-600 640C-260 570-60 690 180 640S660 570 1200 660V800H-600Z" />
      <g className="scene-wood">
        <path d="M236 740 286 214M344 740 374 214" strokeWidth="11" />
        {rungs.map((y) => (
          <path key={y} d={`M${236 + (740 - y) * 0.095} ${y}H${344 + (740 - y) * 0.057}`} strokeWidth="9" />
        ))}
        <path d="M370 468H468M462 468V440M370 468" strokeWidth="9" />
        <path d="M256 604H150" strokeWidth="9" />
      </g>
      <Figure x={430} y={464} coat="scene-coat-2" />
      <Figure x={188} y={600} coat="scene-coat" />
      <Figure x={318} y={328} coat="scene-coat" reaching />
      <path className="scene-field" d="M-600 726C-200 670 20 752 240 722S760 680 1200 740V800H-600Z" />
      {ears.map(([x, y, scale, lean]) => (
        <Ear key={x} transform={`translate(${x} ${y}) rotate(${lean}) scale(${scale})`} />
      ))}
    </svg>
  )
}

function Figure({
  x,
  y,
  coat,
  reaching = false,
}: {
  x: number
  y: number
  coat: string
  reaching?: boolean
}) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path className={coat} d="M-15 0V-32c0-11 6.5-18 15-18s15 7 15 18V0Z" />
      {reaching && <path d="M9-42 26-78" stroke="var(--color-ink)" strokeWidth="9" strokeLinecap="round" />}
      <circle className="scene-skin" cx="0" cy="-63" r="13" />
      <path d="M-14-64a14 14 0 0 1 28 0" fill="none" stroke="var(--color-accent)" strokeWidth="4" />
      <circle cx="14" cy="-61" r="4.5" fill="var(--color-accent)" />
    </g>
  )
}

function Ear({ transform }: { transform: string }) {
  return (
    <g transform={transform}>
      <path className="scene-stalk" d="M0 90C2 40 0 20 0-30" strokeWidth="4" />
      <g className="scene-wheat">
        <path d="M0-66c7 10 7 20 0 30-7-10-7-20 0-30Z" />
        {[-46, -28, -10].map((y) => (
          <path
            key={y}
            transform={`translate(0 ${y})`}
            d="M17-6c1 13-5 21-16 24 0-14 5-22 16-24ZM-17-6c-1 13 5 21 16 24 0-14-5-22-16-24Z"
          />
        ))}
      </g>
    </g>
  )
}
