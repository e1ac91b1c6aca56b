'use client'

import type { Drawn } from '#components/recognition/glad-among'
import { type Praise, PraiseCard } from '#components/recognition/praise-card'
import { type Joined, type React, Reactions } from '#components/recognition/reactions'

type Row = Praise & { joined?: Joined }
type Props = { label: string; rows: (Row | Drawn)[]; react?: React }

/** Many cards from plain rows: drawn once on the server, cheap to send. */
export function PraiseWall({ label, rows, react }: Props) {
  return (
    <ul className="wall" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} id={row.id} className="scroll-mt-24">
          {'card' in row ? (
            row.card
          ) : (
            <PraiseCard praise={row}>
              {react && row.joined && (
                <Reactions praiseId={row.id} name={row.receiver.name} joined={row.joined} react={react} />
              )}
            </PraiseCard>
          )}
        </li>
      ))}
    </ul>
  )
}
