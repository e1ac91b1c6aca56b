'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon'
import type { IconName } from '#components/ui/icon-names'
import { REACTIONS } from '#domain/reactions'

type Sign = (typeof REACTIONS)[number]
export type Joined = { counts: Record<Sign, number>; mine: Sign | null }
export type React = (data: FormData) => Promise<void>
type Props = { praiseId: string; name: string; joined: Joined; react: React }

const PICTURES: Record<Sign, IconName> = { clap: 'hand', heart: 'heart', strength: 'star' }

/** One sign a person; pressing the own one takes it back. */
export function Reactions({ praiseId, name, joined, react }: Props) {
  const words = useTranslations('recognition.browser')
  return (
    <form action={react} className="no-print">
      <input type="hidden" name="praiseId" value={praiseId} />
      <fieldset aria-label={words('reactions', { name })} className="-mx-2 flex gap-1">
        {REACTIONS.map((sign) => (
          <button
            key={sign}
            type="submit"
            name="reaction"
            value={joined.mine === sign ? '' : sign}
            className="button aria-pressed:text-accent"
            data-variant="plain"
            data-size="small"
            aria-pressed={joined.mine === sign}
          >
            <Icon name={PICTURES[sign]} size={16} />
            <span aria-hidden className="tabular-nums">
              {joined.counts[sign] || ''}
            </span>
            <span className="sr-only">
              {words('counted', { word: words(sign), count: joined.counts[sign] })}
            </span>
          </button>
        ))}
      </fieldset>
    </form>
  )
}
