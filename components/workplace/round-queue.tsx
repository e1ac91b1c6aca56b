'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button'
import { Link } from '#components/ui/link'
import { Status } from '#components/ui/status'
import { exportRound } from '#components/workplace/export-round'
import type { KeptRound } from '#components/workplace/round-store'
import type { Queue } from '#components/workplace/use-round'

type Props = {
  round: KeptRound
  queue: Queue
  /** Questions without an answer. */
  left: number
  /** Questions whose answer cannot stand as it is. */
  wrong: number
  /** Failed questions that must be photographed and are not yet. */
  unseen: number
  send: () => void
  submit: () => void
}

const TONES = {
  idle: 'good',
  sent: 'good',
  sending: 'accent',
  offline: 'warn',
  signedOut: 'bad',
  another: 'bad',
  failed: 'bad',
  gone: 'bad',
} as const

type NoteProps = { wanted: boolean; stuck: number; unseen: number; left: number; queue: Queue }

/** What stands between the person and a submitted round. */
function Note({ wanted, stuck, unseen, left, queue }: NoteProps) {
  const words = useTranslations('workplace.sheet')
  const waiting = stuck ? words('stuck', { count: stuck }) : words(queue.paused ? 'paused' : 'submitWaits')
  const open = left > 0 ? words('left', { count: left }) : ''
  const lacking = unseen ? words('photosMissing', { count: unseen }) : ''
  const note = lacking || (wanted && !queue.closed ? waiting : open)
  return note && <span className="block text-small text-soft">{note}</span>
}

/** What of the round is still on this device alone, and the way to send it, to save it as a file, and to submit. */
export function RoundQueue({ round, queue, left, wrong, unseen, send, submit }: Props) {
  const words = useTranslations('workplace.sheet')
  const [wanted, setWanted] = useState(false)
  const answers = queue.answers.size
  const photos = queue.photos.length
  const stuck = [...queue.answers.values()].filter(({ theirs, refused }) => theirs || refused).length + wrong
  const waits = answers + photos > 0 || queue.begun
  const quiet = queue.state === 'idle' || queue.state === 'sent'
  const state = quiet && waits ? 'offline' : queue.state
  return (
    <div className="round-queue no-print">
      <p role="status" className="min-w-0 flex-1 basis-60">
        <Status tone={quiet && waits ? 'accent' : TONES[queue.state]}>
          {quiet && !waits
            ? words('saved')
            : words(quiet ? 'waits' : `state.${state as 'offline'}`, { answers, photos })}
        </Status>
        <Note wanted={wanted && !queue.returned} {...{ stuck, unseen, left, queue }} />
      </p>
      {queue.returned && (
        <a className="link" href={`/workplace/rounds/${round.id}`}>
          {words('readReturned')}
        </a>
      )}
      {queue.state === 'signedOut' && (
        <Link className="link" href={`/sign-in?next=/workplace/rounds/${round.id}`}>
          {words('signIn')}
        </Link>
      )}
      {waits && (
        <>
          <Button size="small" onClick={send} aria-busy={queue.state === 'sending'}>
            {words('sendNow')}
          </Button>
          <Button size="small" variant="plain" icon="download" onClick={() => void exportRound(round)}>
            {words('export')}
          </Button>
        </>
      )}
      <Button
        variant="primary"
        icon="done"
        disabled={wrong > 0 || unseen > 0}
        onClick={() => {
          setWanted(true)
          submit()
        }}
      >
        {words('submit')}
      </Button>
    </div>
  )
}
