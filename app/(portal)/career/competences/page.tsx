import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { CompetenceList } from '#components/career/competence-list'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { competenceDesk } from '#server/career/competence-queries'
import { retireCompetenceAction, setCompetenceAction } from '../competence-actions'

export async function generateMetadata() {
  const t = await getTranslations('career.competences')
  return { title: t('title') }
}

/** What each level of each competence looks like, in words. */
export default async function CompetencesPage() {
  const [{ actor }, locale, t] = await Promise.all([requireSession(), getLocale(), getTranslations('career')])
  const competences = await competenceDesk(actor, {})
  const mayWrite = mayEver(actor, 'career.setCompetence')
  return (
    <>
      <PageHeader
        title={t('competences.title')}
        lead={t('competences.lead')}
        above={<Breadcrumbs trail={[{ href: '/career', label: t('position.above') }]} />}
      />
      <CompetenceList
        competences={competences}
        locale={locale}
        actions={mayWrite ? { save: setCompetenceAction, retire: retireCompetenceAction } : undefined}
      />
    </>
  )
}
