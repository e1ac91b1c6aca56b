import { EffectWords } from '#components/recognition/effect-words'
import type { Praise } from '#components/recognition/praise-card'
import type { Joined } from '#components/recognition/reactions'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { PraiseItem } from '#server/recognition/queries'

type Face = PraiseItem['receiver']

/** A praise as the card wants it, in the reader's language. */
export function praiseRow(praise: PraiseItem, locale: Locale): Praise & { joined: Joined } {
  const face = ({ id, name, position }: Face) => ({
    id,
    name,
    position: position ? inLocale(position, locale) : undefined,
  })
  return {
    id: praise.id,
    kind: praise.kind === 'supervisor' ? 'praise' : praise.kind,
    deed: praise.deed,
    value: praise.value ? inLocale(praise.value.title, locale) : undefined,
    channel: praise.channel ?? undefined,
    receiver: face(praise.receiver),
    giver: praise.giver ? face(praise.giver) : undefined,
    at: praise.at,
    href: `/recognition/${praise.id}`,
    idea: praise.idea ? { href: `/ideas/${praise.idea.number}`, title: praise.idea.title } : undefined,
    effect: praise.kind === 'award' ? <EffectWords effect={praise.effect} /> : undefined,
    evidence: praise.evidence
      ? {
          kind: praise.evidence.kind,
          reference: praise.evidence.training
            ? inLocale(praise.evidence.training, locale)
            : praise.evidence.reference,
        }
      : undefined,
    joined: { counts: praise.reactions, mine: praise.mine },
  }
}
