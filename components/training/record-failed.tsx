import { useFormatter, useTranslations } from 'next-intl'
import { RecordHead } from '#components/training/record-head'
import { Rate } from '#components/training/record-rate'
import type { FormAction } from '#components/ui/form-state'
import { LinkButton } from '#components/ui/link-button'
import { Section } from '#components/ui/section'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { TrainingRecord } from '#server/training/record-queries'

type Props = Pick<TrainingRecord, 'failed'> & { own: boolean; locale: Locale; rate?: FormAction }

/** What did not work out, with the way to another try; whoever was there says how useful it was all the same. */
export function FailedList({ failed, own, locale, rate }: Props) {
  const t = useTranslations('training.mine')
  const format = useFormatter()
  if (!failed.length) return null
  return (
    <Section id="failed" title={t('failed')}>
      <ul className="rows">
        {failed.map((one) => (
          <li key={one.trainingId} className="row flex-wrap items-start!">
            <RecordHead slug={one.slug} title={inLocale(one.title, locale)}>
              {t('failedOn', {
                date: format.dateTime(new Date(one.on), { dateStyle: 'long', timeZone: 'UTC' }),
              })}
            </RecordHead>
            {own && one.again && (
              <LinkButton href={`/training/${one.slug}`} size="small">
                {t('again')}
                <span className="sr-only">{inLocale(one.title, locale)}</span>
              </LinkButton>
            )}
            {rate && <Rate rated={one} action={rate} locale={locale} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}
