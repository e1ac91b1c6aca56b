import type { Glad } from '#components/recognition/glad-card'
import { inLocale, type Locale } from '#domain/text'
import type { Glad as News } from '#server/recognition/news-queries'

/** What there is to be glad of as cards: celebrations first, today's before the others. */
export function gladRows(news: News, locale: Locale, reader?: string): Glad[] {
  const { awards, steps, passed, days } = news
  return [
    ...days.map(
      ({ id, name, kind, on, when, years, greetings, mine, from }): Glad => ({
        id: `${kind}-${id}`,
        kind,
        person: { id, name },
        on,
        when,
        years: years ?? 0,
        greeted: { count: greetings, mine, from, own: id === reader },
      }),
    ),
    ...awards.map(
      ({ month, place, idea, author, effect, lower }): Glad => ({
        id: `award-${idea.number}`,
        kind: 'award',
        person: author ?? undefined,
        on: month,
        title: idea.title,
        href: `/ideas/${idea.number}`,
        place,
        effect,
        lower,
      }),
    ),
    ...steps.map(
      ({ id, name, position, on }): Glad => ({
        id: `step-${id}`,
        kind: 'step',
        person: { id, name },
        on,
        title: inLocale(position, locale),
      }),
    ),
    ...passed.map(
      ({ id, name, training, slug, on }): Glad => ({
        id: `passed-${id}-${slug}-${on}`,
        kind: 'passed',
        person: { id, name },
        on,
        title: inLocale(training, locale),
        href: `/training/${slug}`,
      }),
    ),
  ]
}
