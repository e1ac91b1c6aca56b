import { useFormatter, useTranslations } from 'next-intl'
import { MonthBars } from '#components/charts/month-bars'
import { Disclosure } from '#components/ui/disclosure'
import { Notice } from '#components/ui/notice'
import { Section } from '#components/ui/section'
import { Table } from '#components/ui/table'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Month = {
  month: string
  praises: number
  perHead: number
  copyShare: number
  saturation: number
  index: number | null
}
type Group = {
  kind: 'all' | 'site' | 'team' | 'shift'
  id: string
  title: Text | null
  people: number
  praises: number
  gini: number | null
  giniPerHours: number | null
}
type Face = { id: string; name: string }

const useShown = () => {
  const format = useFormatter()
  const t = useTranslations('recognition.numbers')
  return {
    number: (value: number | null) =>
      value === null
        ? t('unknown')
        : format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    share: (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 0 }),
    month: (month: string, long = false) =>
      format.dateTime(
        new Date(`${month}T12:00:00Z`),
        long ? { month: 'long', year: 'numeric' } : { month: 'short' },
      ),
  }
}

/** Months in a chart: more would be too small to read on a phone. The table has them all. */
const DRAWN = 6

/** Whether praise keeps its worth: the index and the saturation by month with their marks, and the same in a table. */
export function Worth({
  months,
  mark,
  inflated,
  saturated,
}: {
  months: readonly Month[]
  mark: number
  inflated: boolean
  /** The share of people praised in public above which it is no distinction any more. */
  saturated: number
}) {
  const t = useTranslations('recognition.numbers')
  const shown = useShown()
  const whole = months.slice(0, -1)
  const last = whole.at(-1)
  const drawn = whole.slice(-DRAWN)
  const bars = drawn.flatMap(({ month, index }) =>
    index === null
      ? []
      : [
          {
            id: month,
            label: shown.month(month),
            value: index,
            text: shown.number(index),
            loud: index > mark,
          },
        ],
  )
  const reached = drawn.map(({ month, saturation }) => ({
    id: month,
    label: shown.month(month),
    value: saturation,
    text: shown.share(saturation),
    loud: saturation > saturated,
  }))
  const sentence =
    last?.index == null
      ? t('tooEarly')
      : t(inflated ? 'inflated' : 'steady', {
          month: shown.month(last.month, true),
          index: shown.number(last.index),
        })
  return (
    <Section id="worth" title={t('worth')} note={t('worthNote')}>
      {inflated ? <Notice tone="warn">{sentence}</Notice> : <p className="mb-4">{sentence}</p>}
      {bars.length > 0 && <MonthBars bars={bars} mark={{ value: mark, label: t('mark') }} />}
      {last && (
        <>
          <h3 className="section-title mt-8 mb-2">{t('saturation')}</h3>
          <p className="mb-4">
            {t(last.saturation > saturated ? 'saturatedNow' : 'saturationNow', {
              month: shown.month(last.month, true),
              share: shown.share(last.saturation),
              mark: shown.share(saturated),
            })}
          </p>
          <MonthBars
            bars={reached}
            mark={{ value: saturated, label: t('saturationMark', { mark: shown.share(saturated) }) }}
          />
        </>
      )}
      <Disclosure summary={t('table')}>
        <Table
          caption={t('worth')}
          columns={[
            { key: 'month', title: t('month'), cell: (row) => shown.month(row.month, true) },
            { key: 'praises', title: t('praises'), cell: (row) => row.praises, align: 'end' },
            { key: 'perHead', title: t('perHead'), cell: (row) => shown.number(row.perHead), align: 'end' },
            { key: 'copied', title: t('copied'), cell: (row) => shown.share(row.copyShare), align: 'end' },
            {
              key: 'saturation',
              title: t('saturation'),
              cell: (row) => shown.share(row.saturation),
              align: 'end',
            },
            { key: 'index', title: t('index'), cell: (row) => shown.number(row.index), align: 'end' },
          ]}
          rows={[...months].reverse()}
          rowKey={(row) => row.month}
        />
      </Disclosure>
    </Section>
  )
}

/** How evenly praise reaches people, per head and per 100 hours of work. */
export function Evenness({ groups, locale }: { groups: readonly Group[]; locale: Locale }) {
  const t = useTranslations('recognition.numbers')
  const shown = useShown()
  const name = ({ kind, id, title }: Group) => {
    if (kind === 'all') return t('everybody')
    if (kind === 'shift') return t(`shifts.${id as 'morning' | 'day' | 'evening' | 'night'}`)
    return title ? inLocale(title, locale) : id
  }
  return (
    <Section id="evenness" title={t('evenness')} note={t('evennessNote')}>
      <Table
        caption={t('evenness')}
        columns={[
          { key: 'name', title: t('group'), cell: name },
          { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
          { key: 'people', title: t('people'), cell: ({ people }) => people, align: 'end' },
          { key: 'praises', title: t('praises'), cell: ({ praises }) => praises, align: 'end' },
          { key: 'gini', title: t('gini'), cell: ({ gini }) => shown.number(gini), align: 'end' },
          {
            key: 'hours',
            title: t('giniPerHours'),
            cell: (group) => shown.number(group.giniPerHours),
            align: 'end',
          },
        ]}
        rows={groups.filter(({ gini }) => gini !== null)}
        rowKey={({ kind, id }) => `${kind} ${id}`}
      />
    </Section>
  )
}

type FewProps = { pairs: readonly { people: Face[]; times: number }[]; rings: readonly { people: Face[] }[] }

/** Those who praise each other again and again: a reason to ask, not a proof. */
export function SameFew({ pairs, rings }: FewProps) {
  const t = useTranslations('recognition.numbers')
  const format = useFormatter()
  const names = (people: readonly Face[]) => format.list(people.map(({ name }) => name))
  return (
    <Section id="few" title={t('few')} note={t('fewNote')}>
      {pairs.length + rings.length === 0 && <p>{t('noFew')}</p>}
      <ul className="rows">
        {pairs.map(({ people, times }) => (
          <li key={people.map(({ id }) => id).join()} className="row">
            <span className="flex-1">{names(people)}</span>
            <span className="text-small text-soft">{t('answered', { times })}</span>
          </li>
        ))}
        {rings.map(({ people }) => (
          <li key={people.map(({ id }) => id).join()} className="row">
            <span className="flex-1">{names(people)}</span>
            <span className="text-small text-soft">{t('ring')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
