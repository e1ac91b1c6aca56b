import { Link } from '#components/ui/link'

export type Bar = {
  id: string
  label: string
  value: number /** The value as a person reads it, with its unit. */
  text: string
  href?: string
  tone?: 'accent' | 'good' | 'warn' | 'bad'
}

type Props = {
  /** What the chart shows, in one sentence. */
  sentence: string
  columns: { label: string; value: string }
  rows: Bar[]
  /** The end of the scale where it is known (100 %); else the longest bar. The scale begins at zero. */
  max?: number
}

/** Bars with their words beside them, inside the very table that stands behind them. */
export function BarList({ sentence, columns, rows, max }: Props) {
  const scale = max ?? Math.max(1, ...rows.map((row) => row.value))
  return (
    <table className="w-full table-auto border-separate border-spacing-y-2">
      <caption className="pb-2 text-left font-semibold">{sentence}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{columns.label}</th>
          <th scope="col">{columns.value}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="max-w-[18rem] min-w-24 pr-4 text-left font-normal">
              {row.href ? (
                <Link className="link" href={row.href}>
                  {row.label}
                </Link>
              ) : (
                row.label
              )}
            </th>
            <td className="w-full">
              <span className="flex items-center gap-3">
                <svg className="h-5 w-0 flex-1" aria-hidden>
                  <rect
                    className="meter-bar"
                    data-tone={row.tone}
                    width={`${((row.value / scale) * 100).toFixed(1)}%`}
                    height="100%"
                    rx="4"
                  />
                </svg>
                <span className="min-w-10 text-right">{row.text}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
