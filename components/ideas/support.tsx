'use client'

import { useTranslations } from 'next-intl'

export type Vote = (data: FormData) => Promise<void>
type Props = { number: number; title: string; votes: number; voted?: boolean; vote?: Vote }

/** How many feel the same; with `vote` also the button to join them or to leave again. */
export function Support({ number, title, votes, voted, vote }: Props) {
  const words = useTranslations('ideas.browser')
  const count = (
    <>
      <strong aria-hidden>{votes}</strong>
      <span aria-hidden>{words('feelShort')}</span>
      <span className="sr-only">{words('feel', { count: votes })}</span>
    </>
  )
  if (!vote) return <p className="feel">{count}</p>
  return (
    <form action={vote}>
      <input type="hidden" name="number" value={number} />
      <button
        type="submit"
        name="support"
        value={voted ? 'off' : 'on'}
        className="feel"
        aria-pressed={voted ?? false}
      >
        {count}
        <span className="sr-only">{words('support', { title })}</span>
      </button>
    </form>
  )
}
