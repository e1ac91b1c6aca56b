import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IdeaState } from '#components/ideas/idea-state'
import { Avatar } from '#components/ui/avatar'
import { Icon } from '#components/ui/icon'
import { Status } from '#components/ui/status'
import type { DECISION_REASONS, IdeaState as State } from '#domain/ideas'

export type ThreadEntry = {
  id: string
  kind: 'ack' | 'question' | 'decision' | 'outcome' | 'comment' | 'author'
  who: { id: string; name: string } | null
  state: string | null
  reason: string | null
  body: ReactNode
  removed: boolean
  removedFor: string | null
  on: string
}

/** What was said under an idea. An official answer stands out; an anonymous author has a day and no face. */
export function Thread({ label, entries }: { label: string; entries: readonly ThreadEntry[] }) {
  return (
    <ol className="rows" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className="grid grid-cols-[auto_minmax(0,1fr)] gap-4 py-5">
          {entry.who ? <Avatar {...entry.who} /> : <Icon name="anonymous" size={32} className="text-soft" />}
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function Entry({ entry }: { entry: ThreadEntry }) {
  const words = useTranslations('ideas.browser')
  const format = useFormatter()
  const official = entry.kind !== 'comment' && entry.kind !== 'author'
  const day = format.dateTime(new Date(`${entry.on}T12:00:00Z`), { day: 'numeric', month: 'long' })
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-soft">
        <span className="font-semibold text-ink">{entry.who?.name ?? words('thread.author')}</span>
        <time dateTime={entry.on}>{day}</time>
        {entry.kind === 'decision' && entry.state ? (
          <IdeaState state={entry.state as State} />
        ) : (
          official && <Status tone="accent">{words(`thread.${entry.kind}`)}</Status>
        )}
        {entry.reason && <span>{words(`reasons.${entry.reason as (typeof DECISION_REASONS)[number]}`)}</span>}
      </p>
      {entry.removed && (
        <p className="text-soft">
          {entry.removedFor
            ? words('thread.removedFor', { reason: entry.removedFor })
            : words('thread.removed')}
        </p>
      )}
      {entry.body}
    </div>
  )
}
