'use client'

import { useTranslations } from 'next-intl'
import { Clock } from '#components/ideas/clock'
import { IdeaState } from '#components/ideas/idea-state'
import { Support, type Vote } from '#components/ideas/support'
import { Link } from '#components/ui/link'
import { Status } from '#components/ui/status'
import type { IdeaState as State } from '#domain/ideas'

export type IdeaSummary = {
  number: number
  href: string
  title: string
  state: State
  area: string
  votes: number
  /** Days until the answer is due; absent where an answer was given. */
  days?: number
  paused?: boolean
  mine?: boolean
  voted?: boolean
  /** Whether this person may press «support» here; own and closed ideas only show the number. */
  open?: boolean
  /** What else stands in the row, e.g. what it waits for. */
  note?: string
}

/** Many ideas from plain rows; `vote` posts `number` and `support` (on, or off to take it back). */
export function IdeaRows({ label, rows, vote }: { label: string; rows: IdeaSummary[]; vote?: Vote }) {
  return (
    <ul className="rows" aria-label={label}>
      {rows.map((idea) => (
        <li key={idea.number} className="idea">
          <IdeaRow idea={idea} vote={vote} />
        </li>
      ))}
    </ul>
  )
}

function IdeaRow({ idea, vote }: { idea: IdeaSummary; vote?: Vote }) {
  const words = useTranslations('ideas.browser')
  return (
    <>
      <Support {...idea} vote={idea.open ? vote : undefined} />
      <div className="grid content-center gap-1.5">
        <Link href={idea.href} data-title className="font-semibold hover:text-accent hover:underline">
          {idea.title}
        </Link>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-small text-soft">
          <IdeaState state={idea.state} />
          {idea.mine && (
            <Status tone="neutral" icon="person">
              {words('mine')}
            </Status>
          )}
          <span>{idea.area}</span>
          {idea.note && <span>{idea.note}</span>}
          {idea.days !== undefined && <Clock days={idea.days} paused={idea.paused} />}
        </p>
      </div>
    </>
  )
}
