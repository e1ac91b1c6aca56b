import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { List, Row } from '#components/ui/list'
import { PageHeader } from '#components/ui/page-header'
import { WorkplaceTabs } from '#components/workplace/workplace-tabs'
import { mayEver } from '#domain/access'
import { inLocale } from '#domain/text'
import { listChecklists } from '#server/workplace/checklist-queries'

export async function generateMetadata() {
  const t = await getTranslations('workplace.template')
  return { title: t('title') }
}

export default async function TemplatesPage() {
  const [{ actor }, locale, t] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('workplace.template'),
  ])
  const { items } = await listChecklists(actor, {})
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          mayEver(actor, 'workplace.decideSourcing') && (
            <LinkButton icon="goal" href="/workplace/sourcing">
              {t('sourcing')}
            </LinkButton>
          )
        }
      />
      <WorkplaceTabs current="templates" />
      {!items.length && <EmptyState icon="list" title={t('none')} lead={t('noneLead')} />}
      <List label={t('title')}>
        {items.map((checklist) => (
          <Row
            key={checklist.id}
            icon="list"
            href={`/workplace/templates/${checklist.slug}`}
            title={inLocale(checklist.title, locale)}
            note={t('summary', {
              version: checklist.version,
              items: checklist.items,
              critical: checklist.critical,
            })}
          />
        ))}
      </List>
    </>
  )
}
