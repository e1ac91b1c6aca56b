import { useFormatter, useTranslations } from 'next-intl'
import { Link } from '#components/ui/link'
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

type Props = {
  versions: readonly Version[]
  /** The version that is read: any other can be laid beside it. */
  current: string
  locale: Locale
}

/** All versions of a ladder, and what each says otherwise than the one that is read. */
export function VersionList({ versions, current, locale }: Props) {
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
      <ul className="mt-4 grid gap-1 text-small no-print">
        {versions
          .filter(({ id }) => id !== current)
          .map(({ id, number }) => (
            <li key={id}>
              <Link
                href={`/career/ladders/${current}?compare=${id}#difference`}
                className="link inline-block py-1"
              >
                {t('ladders.compareWith', { number })}
              </Link>
            </li>
          ))}
      </ul>
    </Section>
  )
}
