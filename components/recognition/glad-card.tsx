import { useFormatter, useTranslations } from 'next-intl'
import { EffectWords } from '#components/recognition/effect-words'
import { type Greet, type Greeted, Greeting } from '#components/recognition/greeting'
import { Avatar } from '#components/ui/avatar'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import type { Effect } from '#domain/ideas'

type Face = { id: string; name: string }
type Day = {
  kind: 'birthday' | 'anniversary'
  person: Face
  when: 'today' | 'past' | 'soon'
  years: number
  greeted: Greeted
}
type Reached = { kind: 'step' | 'passed'; person: Face; title: string; href?: string }
type Award = {
  kind: 'award'
  person?: Face
  title: string
  href?: string
  place: number
  effect: Effect | null
  lower: number | null
}
/** Something to be glad of that nobody has to praise: a day, a rung, a training passed, an idea of the month. */
export type Glad = { id: string; on: string } & (Day | Reached | Award)

const PICTURES = { step: 'career', passed: 'training', award: 'award' } as const

function Emblem({ glad }: { glad: Glad }) {
  if (glad.kind === 'birthday') return <Avatar id={glad.person.id} name={glad.person.name} size="large" />
  if (glad.kind === 'anniversary') return <span className="text-title font-bold">{glad.years}</span>
  return <Icon name={PICTURES[glad.kind]} size={32} />
}

function Told({ glad }: { glad: Glad }) {
  const words = useTranslations('recognition.glad')
  const format = useFormatter()
  const on = new Date(`${glad.on}T12:00:00Z`)
  if (glad.kind === 'birthday') return words(`birthday.${glad.when}`, { on })
  if (glad.kind === 'anniversary') return words(`anniversary.${glad.when}`, { on, years: glad.years })
  if (glad.kind === 'award')
    return words('award', {
      month: format.dateTime(on, { month: 'long', year: 'numeric' }),
      place: glad.place,
    })
  return words(glad.kind, { on })
}

/** A card of the wall with a sunflower around what it is about; `poster` is the one that stands alone on a screen. */
export function GladCard({
  glad,
  greet,
  look = 'wall',
}: {
  glad: Glad
  greet?: Greet
  look?: 'wall' | 'poster'
}) {
  const words = useTranslations('recognition.glad')
  const heading = 'title' in glad ? glad.title : glad.person.name
  return (
    <article className="glad" data-look={look} data-kind={glad.kind} aria-label={heading}>
      <span className="sunflower" aria-hidden>
        <span className="sunflower-heart">
          <Emblem glad={glad} />
        </span>
      </span>
      <div className="grid min-w-0 content-center gap-1">
        <p className="text-small text-soft">
          <Told glad={glad} />
        </p>
        <p className="glad-name">
          {'href' in glad && glad.href && look === 'wall' ? (
            <Link className="link" href={glad.href}>
              {heading}
            </Link>
          ) : (
            heading
          )}
        </p>
        {'title' in glad && glad.person && <p>{glad.person.name}</p>}
        {glad.kind === 'award' && !glad.person && <p className="text-small text-soft">{words('unnamed')}</p>}
        {glad.kind === 'award' && <EffectWords effect={glad.effect} lower={glad.lower} />}
        {'greeted' in glad && <Greeting glad={glad} greet={greet} />}
      </div>
    </article>
  )
}
