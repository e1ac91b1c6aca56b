'use client'

import type { Praise } from '#components/recognition/praise-card'
import { PraiseCard } from '#components/recognition/praise-card'

/** Many cards from plain rows: drawn once on the server, cheap to send. */
export function PraiseWall({ label, rows }: { label: string; rows: Praise[] }) {
  return (
    <ul className="wall" aria-label={label}>
      {rows.map((praise) => (
        <li key={praise.id}>
          <PraiseCard praise={praise} />
        </li>
      ))}
    </ul>
  )
}
