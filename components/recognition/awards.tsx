import { useTranslations } from 'next-intl'
import { EffectWords } from '#components/recognition/effect-words'
import { Link } from '#components/ui/link'
import { Status } from '#components/ui/status'
import type { Effect } from '#domain/ideas'

export type AwardRow = {
  month: string
  place: number
  idea: { number: number; title: string }
  author: { id: string; name: string } | null
  deed: string | null
  effect: Effect | null
  lower: number | null
}

/** Ideas of a month as cards: what they changed in numbers, for what, and by whom where the author wishes it. */
export function Awards({ awards, label }: { awards: readonly AwardRow[]; label: string }) {
  const t = useTranslations('recognition.awards')
  return (
    <ul className="wall" aria-label={label}>
      {awards.map(({ month, place, idea, author, deed, effect, lower }) => (
        <li key={`${month}/${place}`}>
          <article className="praise" aria-label={idea.title}>
            <div className="-ml-2">
              <Status tone="festive" icon="award">
                {t('place', { place })}
              </Status>
            </div>
            <h3 className="font-bold">
              <Link className="link" href={`/ideas/${idea.number}`}>
                {idea.title}
              </Link>
            </h3>
            <EffectWords effect={effect} lower={lower} />
            {deed && <blockquote className="praise-deed">{deed}</blockquote>}
            <p className="text-small text-soft">{author ? t('by', { name: author.name }) : t('unnamed')}</p>
          </article>
        </li>
      ))}
    </ul>
  )
}
