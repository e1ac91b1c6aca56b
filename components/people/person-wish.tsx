import { useTranslations } from 'next-intl'
import { List, Row } from '#components/ui/list'
import { Section } from '#components/ui/section'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Wish = { kind: 'grow' | 'move' | 'stay' | 'undecided'; target: Text | null }
type Props = { wish: Wish | null; plans: readonly Text[]; locale: Locale }

/** What somebody wishes and lets all colleagues know. */
export function PersonWish({ wish, plans, locale }: Props) {
  const t = useTranslations('people')
  const team = useTranslations('career.team')
  if (!wish && plans.length === 0) return null
  const said = (one: Wish) => {
    const kind = team(`wishes.${one.kind}`)
    return one.target ? team('wishTo', { wish: kind, title: inLocale(one.target, locale) }) : kind
  }
  return (
    <Section id="wish" title={t('openly')}>
      <List label={t('openly')}>
        {wish && <Row icon="goal" title={said(wish)} />}
        {plans.map((title) => (
          <Row key={title.uk} icon="goal" title={t('openPlan', { title: inLocale(title, locale) })} />
        ))}
      </List>
    </Section>
  )
}
