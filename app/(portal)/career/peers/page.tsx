import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { PeerDesk } from '#components/career/peer-desk'
import { namesOf } from '#components/career/wording'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { peerDesk } from '#server/career/peer-queries'
import { proposeLevelAction } from '../people-actions'

export async function generateMetadata() {
  const t = await getTranslations('career.peers')
  return { title: t('title') }
}

/** What somebody strong in a competence may say of colleagues' levels, and what became of it. */
export default async function PeersPage() {
  const [{ actor }, locale, t] = await Promise.all([requireSession(), getLocale(), getTranslations('career')])
  const desk = await peerDesk(actor, {})
  return (
    <>
      <PageHeader
        title={t('peers.title')}
        lead={t('peers.lead')}
        above={<Breadcrumbs trail={[{ href: '/career/path', label: t('tabs.path') }]} />}
      />
      <PeerDesk {...desk} names={namesOf(locale)} propose={proposeLevelAction} />
    </>
  )
}
