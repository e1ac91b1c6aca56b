import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Disclosure } from '#components/ui/disclosure'
import { PageHeader } from '#components/ui/page-header'
import { NormForm, NormList } from '#components/workplace/norm-list'
import { can } from '#domain/access'
import { listNorms } from '#server/workplace/norm-queries'
import { setNormAction } from '../template-actions'

export async function generateMetadata() {
  const t = await getTranslations('workplace.norm')
  return { title: t('title') }
}

export default async function NormsPage() {
  const [{ actor }, locale, t, template] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('workplace.norm'),
    getTranslations('workplace.template'),
  ])
  const { items } = await listNorms(actor, {})
  const writes = can(actor, 'workplace.setNorm', { siteId: null })
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Breadcrumbs trail={[{ href: '/workplace/templates', label: template('title') }]} />}
      />
      {writes && (
        <div className="mb-6">
          <Disclosure summary={t('add')}>
            <NormForm set={setNormAction} label={t('add')} />
          </Disclosure>
        </div>
      )}
      <NormList norms={items} locale={locale} set={writes ? setNormAction : undefined} />
    </>
  )
}
