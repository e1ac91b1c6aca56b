'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Section } from '#components/ui/section'
import { readItem } from '#components/workplace/read-item'
import type { Question } from '#components/workplace/round-question'
import { RoundQuestion } from '#components/workplace/round-question'
import type { Band, Result, ScoredItem, ScoringRule, Season } from '#domain/scoring'
import { rateAnswer, scoreInspection } from '#domain/scoring'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type PreviewItem = Omit<ScoredItem, 'sectionId' | 'options'> &
  Omit<Question, 'photos' | 'answer' | 'limits'>
type Props = {
  sections: { id: string; title: Text; items: PreviewItem[] }[]
  scoring: ScoringRule
  season: Season
  locale: Locale
}

/** A draft as a round will show it; what is answered is scored on the spot and kept nowhere. */
export function ChecklistPreview({ sections, scoring, season, locale }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [bands, setBands] = useState<ReadonlyMap<string, Band | null>>(new Map())
  const [result, setResult] = useState<Result | null>(null)
  const scored = sections.flatMap((section) =>
    section.items.map((item): ScoredItem => ({ ...item, sectionId: section.id })),
  )

  const judge = () => {
    const elements = [...(place.current?.querySelectorAll('[data-item]') ?? [])]
    const given = elements.flatMap((element) => {
      const item = scored.find(({ id }) => id === element.getAttribute('data-item'))
      const said = readItem(element)
      if (!item || !said) return []
      const rated = said.state === 'answered' ? rateAnswer(item, said, season) : { score: null, band: null }
      return [{ itemId: item.id, state: said.state, ...rated }]
    })
    setBands(new Map(given.map(({ itemId, band }) => [itemId, band])))
    setResult(given.length ? scoreInspection(scored, given, scoring) : null)
  }

  return (
    <div ref={place} onChange={judge}>
      {sections.map((section) => (
        <Section key={section.id} id={`preview-${section.id}`} title={inLocale(section.title, locale)}>
          <form onSubmit={(event) => event.preventDefault()} aria-label={inLocale(section.title, locale)}>
            {section.items.map((item, index) => (
              <RoundQuestion
                key={item.id}
                question={{ ...item, photos: [], answer: null }}
                index={index}
                locale={locale}
                band={bands.get(item.id)}
              />
            ))}
          </form>
        </Section>
      ))}
      <Verdict result={result} />
    </div>
  )
}

function Verdict({ result }: { result: Result | null }) {
  const words = useTranslations('workplace.draft')
  const verdicts = useTranslations('workplace.verdicts')
  const format = useFormatter()
  const share = (score: number | null) =>
    score === null ? '–' : format.number(score, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <p className="round-queue" role="status">
      {result
        ? words('score', { score: share(result.score), verdict: verdicts(result.verdict) })
        : words('noScore')}
    </p>
  )
}
