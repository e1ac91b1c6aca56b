import { useFormatter, useTranslations } from 'next-intl'
import { Meter } from '#components/ui/meter'
import type { SHIFTS } from '#domain/campaigns'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Pulse = {
  id: string
  question: Text
  audience: Text | null
  position: Text | null
  shift: (typeof SHIFTS)[number] | null
  opensOn: string
  closesOn: string
  results: readonly { placeId: string; name: Text | null; answers: number; mean: number }[]
  comments: readonly string[]
}

/** What was published: everybody, then sites and teams that are large enough not to point at anybody. */
export function PulseResults({ pulses, locale }: { pulses: readonly Pulse[]; locale: Locale }) {
  const t = useTranslations('ideas.pulses')
  const format = useFormatter()
  const day = (date: string) => new Date(`${date}T12:00:00Z`)
  const askedOf = ({ audience, position, shift }: Pulse) =>
    [audience, position]
      .flatMap((name) => (name ? [inLocale(name, locale)] : []))
      .concat(shift ? [t(`shifts.${shift}`)] : [])
      .map((name) => ` · ${name}`)
      .join('')
  return (
    <ol className="rows" aria-label={t('results')}>
      {pulses.map((pulse) => (
        <li key={pulse.id} className="grid gap-3 py-5">
          <h3 className="font-semibold">{inLocale(pulse.question, locale)}</h3>
          <p className="text-small text-soft">
            {format.dateTimeRange(day(pulse.opensOn), day(pulse.closesOn), { day: 'numeric', month: 'long' })}
            {askedOf(pulse)}
          </p>
          {pulse.results.length === 0 ? (
            <p>{t('tooFew')}</p>
          ) : (
            <p className="text-small text-soft">{t('hidden')}</p>
          )}
          <div className="grid max-w-xl gap-2">
            {pulse.results.map(({ placeId, name, answers, mean }) => (
              <Meter
                key={placeId}
                label={name ? inLocale(name, locale) : t('everybody')}
                value={mean}
                max={5}
                text={t('mean', { mean: format.number(mean, { maximumFractionDigits: 1 }), answers })}
              />
            ))}
          </div>
          {pulse.comments.length > 0 && (
            <>
              <h4 className="font-semibold">{t('comments')}</h4>
              <ul className="grid list-disc gap-1 pl-5" aria-label={t('comments')}>
                {pulse.comments.map((comment) => (
                  <li key={comment}>{comment}</li>
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
