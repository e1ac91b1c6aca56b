import { getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { AuditList } from '#components/audit/audit-list'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { listAudit } from '#server/audit/queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const [{ actor }, t, layout] = await Promise.all([
    requireSession(),
    getTranslations('audit'),
    getTranslations('layout'),
  ])
  return { title: mayEver(actor, 'audit.list') ? t('title') : layout('lost.title') }
}

export default async function AuditPage({ searchParams }: Props) {
  const [{ actor }, given, t] = await Promise.all([requireSession(), searchParams, getTranslations('audit')])
  const filter = pageQuery(given, ['verb', 'from', 'to', 'cursor'])
  const entries = await seen(listAudit(actor, filter.known))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <AuditList
        entries={entries.items}
        chosen={filter.known}
        more={entries.next && filter.with({ cursor: entries.next })}
      />
    </>
  )
}
