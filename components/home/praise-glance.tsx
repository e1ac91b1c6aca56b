import { useTranslations } from 'next-intl'
import type { Praise } from '#components/recognition/praise-card'
import { PraiseCard } from '#components/recognition/praise-card'
import { Link } from '#components/ui/link'
import { LinkButton } from '#components/ui/link-button'
import { Section } from '#components/ui/section'

/** The last praise received, word for word. */
export function PraiseGlance({ praise }: { praise: Praise | null }) {
  const t = useTranslations('home.praise')
  const wall = (
    <Link href="/recognition" className="link">
      {t('wall')}
    </Link>
  )
  return (
    <Section id="praise" title={t('title')} action={wall}>
      {praise ? (
        <PraiseCard praise={praise} />
      ) : (
        <div className="grid justify-items-start gap-4">
          <p className="text-soft">{t('none')}</p>
          <LinkButton href="/recognition/give" icon="heart">
            {t('give')}
          </LinkButton>
        </div>
      )}
    </Section>
  )
}
