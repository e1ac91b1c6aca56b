import { useFormatter, useTranslations } from 'next-intl'
import { List, Row } from '#components/ui/list'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Version = {
  id: string
  number: number
  state: 'draft' | 'published' | 'superseded'
  whatChanged: Text | null
  publishedAt: string | null
}

const tones = { draft: 'warn', published: 'good', superseded: 'neutral' } as const

export function VersionList({ versions, locale }: { versions: readonly Version[]; locale: Locale }) {
  const t = useTranslations('career')
  const format = useFormatter()
  const dated = (at: string) =>
    format.dateTime(new Date(at), { day: 'numeric', month: 'long', year: 'numeric' })
  return (
    <Section id="versions" title={t('ladders.versions')}>
      <List label={t('ladders.versions')}>
        {versions.map(({ id, number, state, whatChanged, publishedAt }) => {
          const when = publishedAt
            ? t('ladders.publishedOn', { date: dated(publishedAt) })
            : t('ladders.notPublished')
          return (
            <Row
              key={id}
              href={`/career/ladders/${id}`}
              title={t('version', { number })}
              note={[when, whatChanged && inLocale(whatChanged, locale)].filter(Boolean).join(' · ')}
              end={<Status tone={tones[state]}>{t(`ladders.states.${state}`)}</Status>}
            />
          )
        })}
      </List>
    </Section>
  )
}
