import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { List, Row } from '#components/ui/list'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { NewChecklistForm } from '#components/workplace/new-checklist-form'
import { WorkplaceTabs } from '#components/workplace/workplace-tabs'
import { can, mayEver } from '#domain/access'
import { inLocale } from '#domain/text'
import { listChecklists } from '#server/workplace/checklist-queries'
import { listDrafts } from '#server/workplace/draft-queries'
import { addChecklistAction } from '../template-actions'

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
  const writes = can(actor, 'workplace.editChecklist', { siteId: null })
  const [{ items }, drafts] = await Promise.all([
    listChecklists(actor, { limit: 100 }),
    writes ? listDrafts(actor, {}) : null,
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton icon="document" href="/workplace/norms">
              {t('norms')}
            </LinkButton>
            {mayEver(actor, 'workplace.decideSourcing') && (
              <LinkButton icon="goal" href="/workplace/sourcing">
                {t('sourcing')}
              </LinkButton>
            )}
          </>
        }
      />
      <WorkplaceTabs current="templates" sensors={mayEver(actor, 'workplace.sensors')} />
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
      {drafts && drafts.items.length > 0 && (
        <Section id="drafts" title={t('drafts')} className="mt-10">
          <List label={t('drafts')}>
            {drafts.items.map(({ slug, title, number }) => (
              <Row
                key={slug}
                icon="edit"
                href={`/workplace/drafts/${slug}`}
                title={inLocale(title, locale)}
                note={t('draftOf', { number })}
              />
            ))}
          </List>
        </Section>
      )}
      {drafts && drafts.retired.length > 0 && (
        <Section id="retired" title={t('retired')}>
          <List label={t('retired')}>
            {drafts.retired.map(({ slug, title, number }) => (
              <Row
                key={slug}
                icon="history"
                href={`/workplace/templates/${slug}?version=${number}`}
                title={inLocale(title, locale)}
              />
            ))}
          </List>
        </Section>
      )}
      {writes && (
        <div className="mt-8">
          <NewChecklistForm add={addChecklistAction} />
        </div>
      )}
    </>
  )
}
