import { useTranslations } from 'next-intl'
import { Section } from '#components/ui/section'

/** The promise of the box, so that people know what happens after they press the button. */
export function HowItWorks() {
  const t = useTranslations('ideas.how')
  return (
    <Section id="how" title={t('title')}>
      <ol className="grid list-decimal gap-2 pl-5 text-soft">
        <li>{t('heard')}</li>
        <li>{t('decided')}</li>
        <li>{t('late')}</li>
      </ol>
    </Section>
  )
}
