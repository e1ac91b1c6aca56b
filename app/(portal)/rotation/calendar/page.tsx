import { getTranslations } from 'next-intl/server'
import { makeCalendarAction } from '#app/_next/feed-link'
import { requireSession } from '#app/_next/session'
import { CalendarLinks } from '#components/rotation/calendar-links'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { listLinks } from '#server/accounts/queries'
import { revokeCalendarAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('rotation.calendar')
  return { title: t('title') }
}

export default async function CalendarPage() {
  const [{ actor }, t] = await Promise.all([requireSession(), getTranslations('rotation.calendar')])
  const links = await listLinks(actor, { kind: 'calendar' })
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<LinkButton href="/rotation">{t('toDay')}</LinkButton>}
      />
      <Section id="links" title={t('made')} note={t('note')}>
        <CalendarLinks links={links} make={makeCalendarAction} revoke={revokeCalendarAction} />
      </Section>
    </>
  )
}
