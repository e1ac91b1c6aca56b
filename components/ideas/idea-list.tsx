import { IdeaRows } from '#components/ideas/idea-row'
import type { Vote } from '#components/ideas/support'
import { isOpen } from '#domain/ideas'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { IdeaItem } from '#server/ideas/queries'

type Item = IdeaItem & { note?: string }
type Props = { label: string; items: readonly Item[]; locale: Locale; vote?: Vote }

/** Ideas as rows; who may not support one sees the number alone. */
export function IdeaList({ label, items, locale, vote }: Props) {
  const rows = items.map((idea) => ({
    number: idea.number,
    href: `/ideas/${idea.number}`,
    title: idea.title,
    state: idea.state,
    area: inLocale(idea.area, locale),
    votes: idea.votes,
    voted: idea.voted,
    mine: idea.mine,
    days: idea.days ?? undefined,
    paused: idea.paused,
    note: idea.note,
    open: isOpen(idea.state) && !idea.mine,
  }))
  return <IdeaRows label={label} rows={rows} vote={vote} />
}
