import { useTranslations } from 'next-intl'
import { List, Row } from '#components/ui/list'
import { Section } from '#components/ui/section'

type Praise = { id: string; deed: string; giver: { name: string } | null; receiver: { name: string } }

/** Praises in words that their giver had used before: to be read, and perhaps taken back on their own page. */
export function CopiedWords({ praises }: { praises: readonly Praise[] }) {
  const t = useTranslations('recognition.numbers')
  return (
    <Section id="copied" title={t('copiedTitle')} note={t('copiedNote')}>
      {praises.length ? (
        <List label={t('copiedTitle')}>
          {praises.map(({ id, deed, giver, receiver }) => (
            <Row
              key={id}
              title={deed}
              note={t('copiedOf', { giver: giver?.name ?? '', receiver: receiver.name })}
              href={`/recognition/${id}`}
            />
          ))}
        </List>
      ) : (
        <p>{t('copiedNone')}</p>
      )}
    </Section>
  )
}
