import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { ChangeSessionForms } from '#components/training/change-session'
import { Roster } from '#components/training/roster'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { KeyValues } from '#components/ui/key-values'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { isUuid } from '#domain/ids'
import { dateAt, minuteAt } from '#domain/site-time'
import { inLocale } from '#domain/text'
import { planningChoices } from '#server/training/desk-queries'
import type { SessionPage } from '#server/training/session-page-queries'
import { findSession } from '#server/training/session-page-queries'
import { cancelSessionAction, changeSessionAction, markSessionAction } from '../../actions'

const readSession = once(findSession)

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ actor }, { id }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('layout.lost'),
  ])
  const found = isUuid(id) ? await readSession(actor, { sessionId: id }).catch(() => undefined) : undefined
  return { title: found ? inLocale(found.title, locale) : t('title') }
}

/** As the form asks for it: the site's own date and hour. */
const wallOf = ({ startsAt, endsAt, timeZone, ...session }: SessionPage) => {
  const [from, to] = [new Date(startsAt), new Date(endsAt)]
  const minute = minuteAt(from, timeZone)
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    ...session,
    date: dateAt(from, timeZone),
    time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
    minutes: (to.getTime() - from.getTime()) / 60_000,
  }
}

export default async function OneSessionPage({ params }: Props) {
  const [{ actor }, { id }, locale, t, format] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('training'),
    getFormatter(),
  ])
  if (!isUuid(id)) notFound()
  const [session, choices] = await seen(
    Promise.all([readSession(actor, { sessionId: id }), planningChoices(actor, {})]),
  )
  const at = (moment: string) =>
    format.dateTime(new Date(moment), {
      timeZone: session.timeZone,
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  const begun = new Date(session.startsAt) <= new Date()
  const where = [session.site, session.place].flatMap((place) => (place ? [inLocale(place, locale)] : []))
  const facts = [
    { label: t('session.begins'), value: at(session.startsAt) },
    { label: t('session.ends'), value: at(session.endsAt) },
    { label: t('session.where'), value: where.join(', ') },
    { label: t('centre.trainer'), value: session.trainer ?? t('session.noTrainer') },
    { label: t('centre.seats'), value: t('centre.taken', { booked: session.booked, seats: session.seats }) },
  ]
  return (
    <>
      <PageHeader
        title={inLocale(session.title, locale)}
        above={
          <Breadcrumbs
            trail={[
              { href: '/training/centre', label: t('centre.title') },
              { href: `/training/${session.slug}`, label: t('session.training') },
            ]}
          />
        }
      />
      <div className="mb-8 grid gap-4">
        {session.changes.map(({ id: key, kind, before, reason, by }) => (
          <Notice key={key} tone={kind === 'cancelled' ? 'bad' : 'warn'}>
            {t(`session.${kind}`, { before: at(before), reason, by })}
          </Notice>
        ))}
        <KeyValues rows={facts} />
      </div>
      {session.state !== 'cancelled' && (
        <Roster sessionId={session.id} people={session.people} begun={begun} mark={markSessionAction} />
      )}
      {session.state === 'planned' && !begun && (
        <ChangeSessionForms
          session={wallOf(session)}
          trainers={choices.trainers}
          change={changeSessionAction}
          cancel={cancelSessionAction}
        />
      )}
    </>
  )
}
