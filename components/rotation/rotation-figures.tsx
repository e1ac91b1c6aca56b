import { useFormatter, useTranslations } from 'next-intl'
import { KeyValues } from '#components/ui/key-values'
import { Section } from '#components/ui/section'
import type { RotationNumbers } from '#domain/rotation/numbers'

type Props = {
  numbers: RotationNumbers
  covered: number | null
  service: { planned: number; promised: number } | null
}

/** How rotation went, in a few numbers, each with what it means. */
export function RotationFigures({ numbers, covered, service }: Props) {
  const words = useTranslations('rotation.numbers')
  const format = useFormatter()
  const percent = (share: number | null) =>
    share === null ? words('unknown') : format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  const number = (value: number | null) =>
    value === null ? words('unknown') : format.number(value, { maximumFractionDigits: 1 })
  const { stretches, even, tiredness } = numbers
  const tired = ({ people, average }: { people: number; average: number | null }) =>
    average === null ? words('tooFew', { people }) : words('tired', { average: number(average), people })
  return (
    <>
      <p className="mb-8">{words('counted', { shifts: numbers.shifts, people: numbers.people })}</p>
      <Section id="stretches" title={words('stretches')} note={words('stretchesNote')}>
        <KeyValues
          rows={stretches.map(({ load, mean, longest }) => ({
            label: words(`loads.${load}`),
            value: words('minutes', { mean: Math.round(mean), longest }),
          }))}
        />
      </Section>
      <Section id="even" title={words('even')} note={words('evenNote')}>
        <KeyValues
          rows={(['load', 'nights', 'weekends', 'unwanted'] as const).map((kind) => ({
            label: words(`evenOf.${kind}`),
            value: format.number(even[kind], { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
          }))}
        />
      </Section>
      <Section id="kept" title={words('kept')}>
        <KeyValues
          rows={[
            { label: words('tasksADay'), value: number(numbers.tasksADay) },
            { label: words('breaksKept'), value: percent(numbers.breaksKept) },
            { label: words('wishesMet'), value: percent(numbers.wishesMet) },
            { label: words('learningHours'), value: number(numbers.learningHours) },
            { label: words('covered'), value: percent(covered) },
            {
              label: words('service'),
              value: service
                ? words('serviceOf', {
                    planned: percent(service.planned),
                    promised: percent(service.promised),
                  })
                : words('noForecast'),
            },
          ]}
        />
      </Section>
      <Section id="tired" title={words('tiredTitle')} note={words('tiredNote')}>
        <KeyValues
          rows={[
            { label: words('varied'), value: tired(tiredness.varied) },
            { label: words('plain'), value: tired(tiredness.plain) },
          ]}
        />
      </Section>
    </>
  )
}
