import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Columns } from '#components/layout/columns'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { LinkButton } from '#components/ui/link-button'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { ChecklistView } from '#components/workplace/checklist-view'
import {
  ExportLinks,
  RetireChecklistForm,
  StartDraftForm,
  VersionSide,
} from '#components/workplace/version-side'
import { can } from '#domain/access'
import { inLocale } from '#domain/text'
import { showChecklist } from '#server/workplace/checklist-queries'
import { listDrafts } from '#server/workplace/draft-queries'
import { draftChecklistAction, retireChecklistAction } from '../../template-actions'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const t = await getTranslations('workplace.template')
  return { title: t('title') }
}

export default async function TemplatePage({ params, searchParams }: Props) {
  const [{ actor }, { slug }, given, locale, t] = await Promise.all([
    requireSession(),
    params,
    searchParams,
    getLocale(),
    getTranslations('workplace.template'),
  ])
  const { version } = pageQuery(given, ['version']).known
  const writes = can(actor, 'workplace.editChecklist', { siteId: null })
  const [checklist, drafts] = await Promise.all([
    seen(showChecklist(actor, { slug, version })),
    writes ? listDrafts(actor, {}) : null,
  ])
  const { scoring, versions } = checklist
  const inUse = versions.some((one) => one.number === checklist.version && one.status === 'published')
  const mayStart = inUse || !versions.some(({ status }) => status === 'published')
  const hasDraft = drafts?.items.some((draft) => draft.slug === slug)
  return (
    <>
      <PageHeader
        title={inLocale(checklist.title, locale)}
        lead={t(inUse ? 'version' : 'versionOld', { version: checklist.version, number: checklist.version })}
        above={<Breadcrumbs trail={[{ href: '/workplace/templates', label: t('title') }]} />}
        actions={
          hasDraft && (
            <LinkButton icon="edit" href={`/workplace/drafts/${slug}`}>
              {t('openDraft')}
            </LinkButton>
          )
        }
      />
      <Columns
        aside={
          <>
            {drafts && !hasDraft && mayStart && <StartDraftForm slug={slug} start={draftChecklistAction} />}
            <VersionSide slug={slug} versions={versions} />
            <ExportLinks slug={slug} version={checklist.version} />
            {drafts && inUse && <RetireChecklistForm slug={slug} retire={retireChecklistAction} />}
          </>
        }
      >
        <div className="mb-8 grid gap-3">
          <p>
            {t('thresholds', {
              pass: scoring.pass,
              conditional: scoring.conditional,
              complete: scoring.minCompleteness,
            })}
          </p>
          <Notice>{t('normsNote')}</Notice>
        </div>
        <ChecklistView sections={checklist.sections} locale={locale} />
      </Columns>
    </>
  )
}
