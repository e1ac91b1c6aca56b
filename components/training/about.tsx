import { useTranslations } from 'next-intl'
import { KeyValues } from '#components/ui/key-values'
import { Link } from '#components/ui/link'
import { Section } from '#components/ui/section'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'
import type { FORMATS } from '#domain/training'

type Training = {
  format: (typeof FORMATS)[number]
  hours: number
  validMonths: number | null
  examConfirms: boolean
  languages: readonly Locale[]
  useful: { average: number; voices: number } | null
  renewedBy: { slug: string; title: Text } | null
  words: readonly { competenceId: string; title: Text; level: number; behaviour: Text }[]
  positions: readonly { slug: string; title: Text }[]
}
type Props = { training: Training; locale: Locale }

/** The levels that a training gives, in the words of the competence. */
export function Gives({ training, locale }: Props) {
  const t = useTranslations('training')
  return (
    <Section id="gives" title={t('page.what')}>
      <ul className="rows">
        {training.words.map(({ competenceId, title, level, behaviour }) => (
          <li key={competenceId} className="row">
            <div className="min-w-0 flex-1">
              <p className="font-semibold">
                {t('gives', { title: inLocale(title, locale), level: String(level) })}
              </p>
              <p className="max-w-[72ch]">{inLocale(behaviour, locale)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The facts of a training, and the positions that ask for it. */
export function Facts({ training, locale }: Props) {
  const t = useTranslations('training')
  const { format, hours, validMonths, examConfirms, languages, useful, renewedBy, positions } = training
  const rows = [
    { label: t('page.format'), value: t(`formats.${format}`) },
    { label: t('page.length'), value: t('hours', { hours }) },
    { label: t('language'), value: languages.map((one) => t(`languages.${one}`)).join(' · ') },
    ...(useful ? [{ label: t('page.useful'), value: t('page.usefulOf', useful) }] : []),
    {
      label: t('page.valid'),
      value: validMonths ? t('page.validMonths', { months: validMonths }) : t('page.validEver'),
    },
    ...(renewedBy
      ? [
          {
            label: t('page.renewedBy'),
            value: (
              <Link href={`/training/${renewedBy.slug}`} className="link">
                {inLocale(renewedBy.title, locale)}
              </Link>
            ),
          },
        ]
      : []),
    { label: t('page.exam'), value: examConfirms ? t('page.examConfirms') : t('page.examProposes') },
  ]
  return (
    <>
      <Section id="facts" title={t('page.facts')}>
        <KeyValues rows={rows} />
      </Section>
      {positions.length > 0 && (
        <Section id="needed" title={t('page.neededBy')}>
          <ul className="grid gap-1">
            {positions.map(({ slug, title }) => (
              <li key={slug}>
                <Link href={`/career/positions/${slug}`} className="link inline-block py-1">
                  {inLocale(title, locale)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
