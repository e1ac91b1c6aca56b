import { useFormatter, useTranslations } from 'next-intl'
import { KeyValues } from '#components/ui/key-values'
import { Section } from '#components/ui/section'

type Props = {
  owner: string
  area: string
  question?: string
  ackDue: string
  decideDue: string
  returnsOn: string | null
  trackerUrl: string | null
}

/** Who answers and by when. */
export function IdeaFacts(facts: Props) {
  const { owner, area, question, ackDue, decideDue, returnsOn, trackerUrl } = facts
  const t = useTranslations('ideas.page')
  const format = useFormatter()
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), { day: 'numeric', month: 'long' })
  const rows = [
    { label: t('area'), value: area },
    { label: t('owner'), value: owner },
    { label: t('ackDue'), value: day(ackDue) },
    { label: t('decideDue'), value: day(decideDue) },
    ...(returnsOn ? [{ label: t('returns'), value: day(returnsOn) }] : []),
    ...(question ? [{ label: t('question'), value: question }] : []),
  ]
  return (
    <Section id="facts" title={t('context')}>
      <div className="grid gap-4">
        <KeyValues rows={rows} />
        {trackerUrl && (
          <a className="link" href={trackerUrl} rel="noopener noreferrer">
            {t('tracker')}
          </a>
        )}
      </div>
    </Section>
  )
}
