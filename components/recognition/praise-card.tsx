import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Avatar } from '#components/ui/avatar'
import type { IconName } from '#components/ui/icon-names'
import { Link } from '#components/ui/link'
import { Status } from '#components/ui/status'
import { Time } from '#components/ui/time'
import type { THANKS_CHANNELS } from '#domain/customer-thanks'

type Channel = (typeof THANKS_CHANNELS)[number]
type Face = { id: string; name: string; position?: string }

export type Praise = {
  id: string
  kind: 'praise' | 'peer' | 'customer' | 'award'
  /** What was done, word for word as it was written. */
  deed: string
  value?: string
  receiver: Face
  /** A customer's thanks has no giver among the staff, only a source. */
  giver?: Face
  /** Where a customer said it. */
  channel?: Channel
  at: string
  href?: string
  idea?: { href: string; title: string }
  /** What an idea of the month changed, as it was drawn where the words are. */
  effect?: ReactNode
  /** The number of a contact, the day of a shift, the title of a training. */
  evidence?: { kind: 'contact' | 'shift' | 'training'; reference: string }
}

const pictures: Record<Praise['kind'], IconName> = {
  praise: 'heart',
  peer: 'heart',
  customer: 'headset',
  award: 'award',
}

/** A card one would print and hang up; `poster` is the one that stands alone. */
export function PraiseCard({
  praise,
  look = 'wall',
  children,
}: {
  praise: Praise
  look?: 'wall' | 'poster'
  children?: ReactNode
}) {
  const words = useTranslations('recognition.browser')
  const { receiver, giver, idea, evidence } = praise
  return (
    <article className="praise" data-look={look} aria-label={words('card', { name: receiver.name })}>
      {look === 'poster' && <p className="praise-word">{words('certificate')}</p>}
      <div className="praise-face flex items-center gap-3">
        <Avatar id={receiver.id} name={receiver.name} size={look === 'poster' ? 'large' : 'normal'} />
        <p className="min-w-0">
          <span className="praise-name block font-bold">{receiver.name}</span>
          {receiver.position && <span className="block text-small text-soft">{receiver.position}</span>}
        </p>
      </div>
      <blockquote className="praise-deed">{words('quote', { deed: praise.deed })}</blockquote>
      {idea && (
        <p>
          {words('forIdea')}{' '}
          <Link className="link" href={idea.href}>
            {idea.title}
          </Link>
        </p>
      )}
      {praise.effect}
      {evidence && (
        <p className="text-small">
          {evidence.kind === 'shift'
            ? words('evidence.shift', { on: new Date(`${evidence.reference}T12:00:00Z`) })
            : words(`evidence.${evidence.kind}`, { reference: evidence.reference })}
        </p>
      )}
      <div className="praise-foot mt-auto grid gap-3">
        <div className="-ml-2">
          <Status tone="festive" icon={pictures[praise.kind]}>
            {praise.value ?? words('customer')}
          </Status>
        </div>
        <p className="praise-source text-small text-soft">
          {giver ? words('from', { name: giver.name }) : words(`channels.${praise.channel ?? 'other'}`)}
          {giver?.position && `, ${giver.position}`} · <Time at={praise.at} look="full" />
          {praise.href && (
            <span className="no-print">
              {' · '}
              <Link className="link" href={praise.href}>
                {words('open')}
              </Link>
            </span>
          )}
        </p>
        {children}
      </div>
    </article>
  )
}
