import type { ReactNode } from 'react'

/** Names and values of one thing, side by side where there is room for both. */
export function KeyValues({ rows }: { rows: { label: string; value: ReactNode }[] }) {
  return (
    <div className="@container">
      <dl className="grid gap-x-6 gap-y-3 @md:grid-cols-[minmax(8rem,auto)_1fr]">
        {rows.map((row) => (
          <div key={row.label} className="grid gap-x-6 @md:col-span-2 @md:grid-cols-subgrid">
            <dt className="text-soft">{row.label}</dt>
            <dd className="min-w-0 tabular-nums wrap-anywhere">{row.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
