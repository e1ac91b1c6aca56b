import { useFormatter, useTranslations } from 'next-intl'
import { AskForDate } from '#components/training/ask-for-date'
import { EmptyState } from '#components/ui/empty-state'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Session = {
  id: string
  startsAt: string
  endsAt: string
  timeZone: string | null
  place: Text
  site: Text | null
  trainer: string | null
  seats: number
  free: number
  waiting: number
  begun: boolean
  own: {
    enrolmentId: string
    state: string
    line: number | null
    moved: { before: string; reason: string } | null
  } | null
}
type Props = {
  sessions: readonly Session[]
  /** On the way already, in whichever session: a second enrolment is not offered. */
  enrolled: boolean
  locale: Locale
  enrol: FormAction
  withdraw: FormAction
  /** What asking for another date needs; not there where a date would be of no use. */
  asking?: { trainingId: string; count: number; ownId: string | null; action: FormAction }
  /** Why a request was refused, or one's session cancelled. */
  told: { kind: 'refused' | 'cancelled'; reason: string } | null
}

/** Coming sessions, each with its seats and the one thing that the reader can do with it. */
export function Sessions(props: Props) {
  const t = useTranslations('training.page')
  if (!props.sessions.length) {
    return (
      <Section id="sessions" title={t('sessions')}>
        <Told told={props.told} />
        <EmptyState icon="calendar" title={t('noSessions')} lead={t('noSessionsLead')} />
        {props.asking && <AskForDate {...props.asking} withdraw={props.withdraw} />}
      </Section>
    )
  }
  return (
    <Section id="sessions" title={t('sessions')}>
      <Told told={props.told} />
      <ul className="rows">
        {props.sessions.map((session) => (
          <SessionRow key={session.id} {...props} session={session} />
        ))}
      </ul>
      {props.asking && <AskForDate {...props.asking} withdraw={props.withdraw} />}
    </Section>
  )
}

function Told({ told }: Pick<Props, 'told'>) {
  const t = useTranslations('training.page.told')
  if (!told) return null
  return (
    <div className="mb-4">
      <Notice tone="warn">{t(told.kind, { reason: told.reason })}</Notice>
    </div>
  )
}

function SessionRow({ session, enrolled, locale, enrol, withdraw }: Props & { session: Session }) {
  const t = useTranslations('training')
  const format = useFormatter()
  const timeZone = session.timeZone ?? undefined
  const [from, to] = [new Date(session.startsAt), new Date(session.endsAt)]
  const when = format.dateTimeRange(from, to, {
    timeZone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    hourCycle: 'h23',
    minute: '2-digit',
  })
  const at = (moment: string) =>
    format.dateTime(new Date(moment), {
      timeZone,
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  const date = format.dateTime(from, { timeZone, day: 'numeric', month: 'long' })
  const { place, site, trainer, seats, free, waiting, own, begun } = session
  const where = [site && inLocale(site, locale), inLocale(place, locale)].filter(Boolean).join(', ')
  const counts = [t('page.seats', { free, seats }), waiting > 0 && t('page.waiting', { waiting })]
  const isFull = free === 0 || waiting > 0
  return (
    <li className="row flex-wrap items-start!">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-semibold">{when}</p>
        <p className="text-small text-soft">
          {[where, trainer && t('page.trainer', { name: trainer })].filter(Boolean).join(' · ')}
        </p>
        <p className="text-small text-soft">{counts.filter(Boolean).join(' · ')}</p>
        {own && (
          <p className="mt-2 flex flex-wrap items-center gap-3">
            <Status tone={own.state === 'waitlisted' ? 'warn' : 'good'}>
              {t(`states.${own.state as 'booked'}`)}
            </Status>
            {own.state === 'booked' && !begun && (
              <a className="link text-small" href={`/api/training/calendar/${session.id}`}>
                {t('page.toCalendar')}
              </a>
            )}
            {begun && <span className="text-small">{t('page.begun')}</span>}
            {own.line !== null && <span className="text-small">{t('page.line', { line: own.line })}</span>}
          </p>
        )}
        {own?.moved && (
          <p className="mt-1 text-small">
            {t('page.moved', { before: at(own.moved.before), reason: own.moved.reason })}
          </p>
        )}
      </div>
      {own && !begun && (
        <ActionForm action={withdraw} label={t('page.withdraw')}>
          <input type="hidden" name="enrolmentId" value={own.enrolmentId} />
          <PendingButton variant="quiet">{t('page.withdraw')}</PendingButton>
        </ActionForm>
      )}
      {!own && !enrolled && !begun && (
        <ActionForm action={enrol} label={t('page.enrolOn', { date })}>
          <input type="hidden" name="sessionId" value={session.id} />
          <PendingButton aria-label={isFull ? t('page.queueOn', { date }) : t('page.enrolOn', { date })}>
            {isFull ? t('page.queue') : t('page.enrol')}
          </PendingButton>
        </ActionForm>
      )}
    </li>
  )
}
