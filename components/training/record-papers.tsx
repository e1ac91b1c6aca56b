import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/link-button'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { TrainingRecord } from '#server/training/record-queries'

type Props = { one: TrainingRecord['passed'][number]; own: boolean; locale: Locale }

/** What can be taken from a pass: its documents, and the way to its renewal. */
export function Papers({ one, own, locale }: Props) {
  const t = useTranslations('training.mine')
  const title = <span className="sr-only">{inLocale(one.title, locale)}</span>
  const hasPapers = one.code && one.state !== 'revoked'
  if (!hasPapers && !(own && one.renewal)) return null
  return (
    <div className="flex flex-wrap gap-2">
      {own && one.renewal && (
        <LinkButton href={`/training/${one.renewal}`} size="small" variant="primary">
          {t('renew')}
          {title}
        </LinkButton>
      )}
      {hasPapers && (
        <>
          <LinkButton href={`/api/certificates/${one.code}`} icon="download" size="small">
            {t('pdf')}
            {title}
          </LinkButton>
          <a
            href={`/api/certificates/${one.code}/badge`}
            className="button"
            data-variant="quiet"
            data-size="small"
            download
          >
            {t('badge')}
            {title}
          </a>
        </>
      )}
    </div>
  )
}
