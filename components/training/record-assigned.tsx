import { useFormatter, useTranslations } from 'next-intl'
import { List, Row } from '#components/ui/list'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { TrainingRecord } from '#server/training/record-queries'

/** What a leader asked for, with its day; one press leads to where it is begun. */
export function AssignedList({
  assigned,
  own,
  locale,
}: Pick<TrainingRecord, 'assigned'> & { own: boolean; locale: Locale }) {
  const t = useTranslations('training.mine')
  const format = useFormatter()
  if (!assigned.length) return null
  return (
    <Section id="assigned" title={t(own ? 'assigned' : 'assignedOf')}>
      <List label={t(own ? 'assigned' : 'assignedOf')}>
        {assigned.map(({ slug, title, dueOn, late, by }) => (
          <Row
            key={slug}
            href={`/training/${slug}`}
            title={inLocale(title, locale)}
            note={t('dueOn', {
              date: format.dateTime(new Date(dueOn), { dateStyle: 'long', timeZone: 'UTC' }),
              by,
            })}
            end={late ? <Status tone="bad">{t('late')}</Status> : undefined}
          />
        ))}
      </List>
    </Section>
  )
}
