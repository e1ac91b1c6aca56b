import { useFormatter, useTranslations } from 'next-intl'
import { type AwardRow, EffectWords } from '#components/recognition/awards'
import { Link } from '#components/ui/link'
import { List, Row } from '#components/ui/list'
import { Section } from '#components/ui/section'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Face = { id: string; name: string; on: string }
type Props = {
  news: {
    awards: readonly AwardRow[]
    steps: readonly (Face & { position: Text })[]
    passed: readonly (Face & { training: Text; slug: string })[]
    days: readonly (Face & { kind: 'birthday' | 'anniversary'; years: number | null })[]
  }
  locale: Locale
}

const noon = (date: string) => new Date(`${date}T12:00:00Z`)

/** What there is to be glad of beside praise. A part without news is not there. */
export function News({ news, locale }: Props) {
  const t = useTranslations('recognition.news')
  const format = useFormatter()
  const { awards, steps, passed, days } = news
  const month = format.dateTime(noon(awards[0]?.month ?? '2000-01-01'), { month: 'long', year: 'numeric' })
  return (
    <div className="news">
      {awards.length > 0 && (
        <Section id="news-awards" title={t('awards', { month })}>
          <List label={t('awards', { month })}>
            {awards.map(({ place, idea, author, effect }) => (
              <li key={place} className="grid gap-1 py-3">
                <Link className="link justify-self-start font-semibold" href={`/ideas/${idea.number}`}>
                  {idea.title}
                </Link>
                <EffectWords effect={effect} />
                {author && <span className="text-small text-soft">{author.name}</span>}
              </li>
            ))}
          </List>
        </Section>
      )}
      {days.length > 0 && (
        <Section
          id="news-days"
          title={t('days')}
          action={
            <Link className="link" href="/settings#celebrations">
              {t('agree')}
            </Link>
          }
        >
          <List label={t('days')}>
            {days.map(({ id, name, on, kind, years }) => (
              <Row
                key={`${id}/${kind}`}
                icon="heart"
                title={name}
                note={
                  kind === 'birthday'
                    ? t('birthday', { on: noon(on) })
                    : t('anniversary', { years: years ?? 0, on: noon(on) })
                }
                href={`/recognition/give?to=${id}`}
              />
            ))}
          </List>
        </Section>
      )}
      {steps.length > 0 && (
        <Section id="news-steps" title={t('steps')}>
          <List label={t('steps')}>
            {steps.map(({ id, name, position, on }) => (
              <Row
                key={id}
                icon="career"
                title={name}
                note={t('step', { position: inLocale(position, locale), on: noon(on) })}
              />
            ))}
          </List>
        </Section>
      )}
      {passed.length > 0 && (
        <Section id="news-passed" title={t('passed')}>
          <List label={t('passed')}>
            {passed.map(({ id, name, training, slug, on }) => (
              <Row
                key={`${id}/${slug}/${on}`}
                icon="training"
                title={name}
                note={inLocale(training, locale)}
                href={`/training/${slug}`}
              />
            ))}
          </List>
        </Section>
      )}
    </div>
  )
}
