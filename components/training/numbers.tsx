import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state'
import { Link } from '#components/ui/link'
import { List, Row } from '#components/ui/list'
import { Section } from '#components/ui/section'
import { Table } from '#components/ui/table'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { TrainingNumbers } from '#server/training/numbers-queries'

type Props = { numbers: TrainingNumbers; locale: Locale }
type One = TrainingNumbers['rows'][number]

/** Seats, waiting, results and effect of each training, and what belongs to nothing. */
export function TrainingNumbersView({ numbers, locale }: Props) {
  const t = useTranslations('training.numbers')
  const rows = numbers.rows.filter((row) => row.sessions + row.results + row.compared > 0)
  return (
    <>
      <Section id="use" title={t('use')} note={t('useNote')}>
        {rows.length ? (
          <UseTable rows={rows} locale={locale} />
        ) : (
          <EmptyState icon="training" title={t('none')} lead={t('noneLead')} />
        )}
      </Section>
      <Quizzes quizzes={numbers.quizzes} locale={locale} />
      <Effects rows={rows} locale={locale} />
      <Orphans numbers={numbers} locale={locale} />
    </>
  )
}

function UseTable({ rows, locale }: { rows: One[]; locale: Locale }) {
  const t = useTranslations('training.numbers')
  const percent = (value: number | null) => (value === null ? t('nothing') : t('percent', { value }))
  return (
    <Table
      caption={t('use')}
      rowKey={({ slug }) => slug}
      rows={rows}
      columns={[
        {
          key: 'title',
          title: t('training'),
          cell: ({ slug, title }) => (
            <Link href={`/training/${slug}`} className="link">
              {inLocale(title, locale)}
            </Link>
          ),
        },
        { key: 'sessions', title: t('sessions'), align: 'end', cell: ({ sessions }) => sessions },
        { key: 'used', title: t('used'), align: 'end', cell: ({ used }) => percent(used) },
        { key: 'noShows', title: t('noShows'), align: 'end', cell: ({ noShows }) => percent(noShows) },
        {
          key: 'waited',
          title: t('waited'),
          align: 'end',
          cell: ({ waited }) => (waited === null ? t('nothing') : t('days', { count: waited })),
        },
        {
          key: 'passRate',
          title: t('passRate'),
          align: 'end',
          cell: ({ passRate, results }) =>
            passRate === null ? t('nothing') : t('percentOf', { value: passRate, count: results }),
        },
        {
          key: 'useful',
          title: t('useful'),
          align: 'end',
          cell: ({ useful }) => (useful === null ? t('nothing') : t('mark', { useful })),
        },
      ]}
    />
  )
}

/** How each quiz is answered; what does not tell those who know is to be looked at. */
function Quizzes({ quizzes, locale }: Pick<TrainingNumbers, 'quizzes'> & { locale: Locale }) {
  const t = useTranslations('training.numbers')
  if (!quizzes.length) return null
  return (
    <Section id="quizzes" title={t('quizzes')} note={t('quizzesNote')}>
      <List label={t('quizzes')}>
        {quizzes.map(({ slug, title, questions, answers, right, blind }) => (
          <Row
            key={slug}
            href={`/training/centre/${slug}`}
            title={inLocale(title, locale)}
            note={[
              t('quizOf', { questions }),
              answers > 0
                ? t('quizRight', { answers, share: Math.round((right / answers) * 100) })
                : t('quizUnanswered'),
              blind > 0 && t('quizBlind', { blind }),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </List>
    </Section>
  )
}

/** Points of the quality score, with how many people and between what bounds; said aloud where there is none to be seen. */
function Effects({ rows, locale }: { rows: readonly One[]; locale: Locale }) {
  const t = useTranslations('training.numbers')
  const told = rows.filter(({ compared }) => compared > 0).sort((a, b) => b.compared - a.compared)
  const said = ({ effect, compared }: One) => {
    if (!effect) return t('tooFew', { count: compared })
    const { mean, low, high, n } = effect
    const bounds = { mean, low, high, count: n }
    return effect.visible ? t('effectOf', bounds) : t('noEffect', bounds)
  }
  return (
    <Section id="effect" title={t('effect')} note={t('effectNote')}>
      {told.length ? (
        <List label={t('effect')}>
          {told.map((row) => (
            <Row key={row.slug} title={inLocale(row.title, locale)} note={said(row)} />
          ))}
        </List>
      ) : (
        <EmptyState icon="training" title={t('noEffects')} lead={t('noEffectsLead')} />
      )}
    </Section>
  )
}

function Orphans({ numbers, locale }: Props) {
  const t = useTranslations('training.numbers')
  const { unasked, untaught } = numbers
  return (
    <>
      <Section id="untaught" title={t('untaught')} note={t('untaughtNote')}>
        {untaught.length ? (
          <List label={t('untaught')}>
            {untaught.map(({ title, level, positions }) => (
              <Row
                key={`${title.uk}/${level}`}
                title={t('levelOf', { title: inLocale(title, locale), level })}
                note={positions.map((position) => inLocale(position, locale)).join(', ')}
              />
            ))}
          </List>
        ) : (
          <p className="text-soft">{t('allTaught')}</p>
        )}
      </Section>
      <Section id="unasked" title={t('unasked')} note={t('unaskedNote')}>
        {unasked.length ? (
          <List label={t('unasked')}>
            {unasked.map(({ slug, title }) => (
              <Row key={slug} href={`/training/${slug}`} title={inLocale(title, locale)} />
            ))}
          </List>
        ) : (
          <p className="text-soft">{t('allAsked')}</p>
        )}
      </Section>
    </>
  )
}
