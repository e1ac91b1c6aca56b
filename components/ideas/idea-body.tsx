import { useTranslations } from 'next-intl'
import { Clock } from '#components/ideas/clock'
import { IdeaState } from '#components/ideas/idea-state'
import { Support, type Vote } from '#components/ideas/support'
import { Documents } from '#components/ui/documents'
import { Link } from '#components/ui/link'
import { Notice } from '#components/ui/notice'
import { Photos } from '#components/ui/photos'
import { Prose } from '#components/ui/prose'
import type { IdeaState as State } from '#domain/ideas'

type Other = { number: number; title: string }
type Idea = {
  number: number
  title: string
  body: string
  fileIds: readonly string[]
  documents: readonly { id: string; name: string; bytes: number }[]
  state: State
  votes: number
  voted: boolean
  mine: boolean
  mergedInto: Other | null
  merged: readonly Other[]
  splitFrom: Other | null
  parts: readonly Other[]
  removedFor: string | null
  days: number | null
  paused: boolean
  may: { support: boolean }
}

/** The idea itself: how many feel the same, its state, its words, and the ideas it belongs together with. */
export function IdeaBody({ idea, vote }: { idea: Idea; vote: Vote }) {
  const t = useTranslations('ideas.page')
  const { number, title, votes, voted, mergedInto, splitFrom } = idea
  const related: [string, readonly Other[]][] = [
    [t('merged'), mergedInto ? [mergedInto] : []],
    [t('mergedFrom'), idea.merged],
    [t('splitFrom'), splitFrom ? [splitFrom] : []],
    [t('parts'), idea.parts],
  ]
  return (
    <div className="mb-10 flex items-start gap-6">
      <Support
        number={number}
        title={title}
        votes={votes}
        voted={voted}
        vote={idea.may.support ? vote : undefined}
      />
      <div className="grid min-w-0 gap-3">
        {idea.removedFor && <Notice tone="warn">{t('removed', { reason: idea.removedFor })}</Notice>}
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <IdeaState state={idea.state} />
          {idea.days !== null && <Clock days={idea.days} paused={idea.paused} />}
        </p>
        {related
          .filter(([, others]) => others.length > 0)
          .map(([label, others]) => (
            <p key={label}>
              {label}:{' '}
              {others.map((other, index) => (
                <span key={other.number}>
                  {index > 0 && ', '}
                  <Link className="link" href={`/ideas/${other.number}`}>
                    {other.title}
                  </Link>
                </span>
              ))}
            </p>
          ))}
        {idea.body && <Prose text={idea.body} />}
        <Photos ids={idea.fileIds} label={(number) => t('photo', { number })} />
        <Documents documents={idea.documents} label={t('documents')} />
        {idea.mine && <p className="text-small text-soft">{t('ownVote')}</p>}
      </div>
    </div>
  )
}
