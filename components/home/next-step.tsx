import { useFormatter, useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/link-button'
import { Meter } from '#components/ui/meter'
import { Section } from '#components/ui/section'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Next = {
  position: { slug: string; title: Text }
  met: number
  asked: number
  ready: boolean
  step: { kind: string; training: { slug: string; title: Text; enrolled: boolean } | null } | null
}
type Props = { intent: string | null; next: Next | null; locale: Locale }

/** The next rung in one line, how far, and the one thing to do about it. */
export function NextStep({ intent, next, locale }: Props) {
  const t = useTranslations('home.next')
  const format = useFormatter()
  if (!next) {
    return (
      <Section id="next" title={t('title')}>
        <p className="mb-4 text-soft">{intent === 'stay' ? t('stay') : t('top')}</p>
        <LinkButton href="/career" icon="career">
          {t('map')}
        </LinkButton>
      </Section>
    )
  }
  const title = inLocale(next.position.title, locale)
  const share = format.number(next.asked ? next.met / next.asked : 1, { style: 'percent' })
  const training = next.step?.training
  return (
    <Section id="next" title={t('title')}>
      <div className="card grid gap-4">
        <Meter
          label={title}
          value={next.met}
          max={next.asked}
          text={share}
          tone={next.ready ? 'good' : 'accent'}
        />
        <p>{sentence()}</p>
        <div className="flex flex-wrap gap-3">
          {training && (
            <LinkButton href={`/training/${training.slug}`} variant="primary" icon="training">
              {training.enrolled ? t('openTraining') : t('enrol')}
            </LinkButton>
          )}
          <LinkButton href="/career/path" variant={training ? 'quiet' : 'primary'} icon="goal">
            {t('path')}
          </LinkButton>
        </div>
      </div>
    </Section>
  )

  function sentence() {
    if (next?.ready) return t('ready', { title })
    if (training)
      return t(training.enrolled ? 'learning' : 'learn', { training: inLocale(training.title, locale) })
    return t('missing')
  }
}
