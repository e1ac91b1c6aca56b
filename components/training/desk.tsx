import { useFormatter, useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { List, Row } from '#components/ui/list'
import { ReasonForm } from '#components/ui/reason-form'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import { Time } from '#components/ui/time'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Planned = {
  id: string
  title: Text
  startsAt: string
  timeZone: string | null
  place: Text
  site: Text | null
  trainer: string | null
  trainerLeft: boolean
  seats: number
  booked: number
  least: number
  waiting: number
  unmarked: number
}

/** Sessions as rows that lead to the list of their people. */
export function SessionList({
  id,
  sessions,
  locale,
}: {
  id: 'unmarked' | 'coming'
  sessions: readonly Planned[]
  locale: Locale
}) {
  const t = useTranslations('training.centre')
  const format = useFormatter()
  const when = ({ startsAt, timeZone }: Planned) =>
    format.dateTime(new Date(startsAt), {
      timeZone: timeZone ?? undefined,
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  const note = (session: Planned) =>
    [
      when(session),
      session.site && inLocale(session.site, locale),
      inLocale(session.place, locale),
      session.trainer,
    ]
      .filter(Boolean)
      .join(' · ')
  const counts = ({ booked, seats, waiting, unmarked }: Planned) =>
    id === 'unmarked'
      ? t('toMark', { count: unmarked })
      : [t('taken', { booked, seats }), waiting > 0 && t('inLine', { waiting })].filter(Boolean).join(' · ')
  if (!sessions.length)
    return id === 'unmarked' ? null : (
      <Section id={id} title={t(id)}>
        <EmptyState icon="calendar" title={t('noComing')} />
      </Section>
    )
  return (
    <Section id={id} title={t(id)}>
      <List label={t(id)}>
        {sessions.map((session) => (
          <Row
            key={session.id}
            href={`/training/sessions/${session.id}`}
            title={inLocale(session.title, locale)}
            note={
              <>
                <span className="block">{note(session)}</span>
                <span className="block">{counts(session)}</span>
              </>
            }
            end={id === 'coming' ? <Warnings session={session} /> : undefined}
          />
        ))}
      </List>
    </Section>
  )
}

function Warnings({ session: { trainerLeft, booked, least } }: { session: Planned }) {
  const t = useTranslations('training.centre')
  if (trainerLeft) return <Status tone="bad">{t('trainerLeft')}</Status>
  return booked < least ? <Status tone="warn">{t('tooFew', { least })}</Status> : null
}

type Asker = {
  enrolmentId: string
  personId: string
  name: string
  title: Text
  wish: string | null
  askedAt: string
}
type AskersProps = { askers: readonly Asker[]; now: Date; locale: Locale; refuse: FormAction }

/** Who asks for a date. An answer is a date for all, or a refusal with a reason for one. */
export function Askers({ askers, now, locale, refuse }: AskersProps) {
  const t = useTranslations('training.centre')
  if (!askers.length) return null
  return (
    <Section id="askers" title={t('askers')} note={t('askersNote')}>
      <ul className="rows">
        {askers.map(({ enrolmentId, personId, name, title, wish, askedAt }) => (
          <li key={enrolmentId} className="row flex-wrap items-start!">
            <div className="min-w-0 flex-1 basis-64">
              <p>
                <Link href={`/training/people/${personId}`} className="link font-semibold">
                  {name}
                </Link>
              </p>
              <p className="text-small">{inLocale(title, locale)}</p>
              {wish && <p className="text-small text-soft">{wish}</p>}
              <p className="text-small text-soft">
                <Time at={askedAt} now={now} look="relative" />
              </p>
            </div>
            <div className="basis-full">
              <ReasonForm
                action={refuse}
                title={t('refuseNamed', { name })}
                about={{ enrolmentId }}
                reason={t('reason')}
                hint={t('refuseHint')}
                send={t('refuse')}
              />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
