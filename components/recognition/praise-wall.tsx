'use client'

import { type Praise, PraiseCard } from '#components/recognition/praise-card'
import { type Joined, type React, Reactions } from '#components/recognition/reactions'

type Props = { label: string; rows: (Praise & { joined?: Joined })[]; react?: React }

/** Many cards from plain rows: drawn once on the server, cheap to send. */
export function PraiseWall({ label, rows, react }: Props) {
  return (
    <ul className="wall" aria-label={label}>
      {rows.map((praise) => (
        <li key={praise.id} id={praise.id} className="scroll-mt-24">
          <PraiseCard praise={praise}>
            {react && praise.joined && (
              <Reactions
                praiseId={praise.id}
                name={praise.receiver.name}
                joined={praise.joined}
                react={react}
              />
            )}
          </PraiseCard>
        </li>
      ))}
    </ul>
  )
}
