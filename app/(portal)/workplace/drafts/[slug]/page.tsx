import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Columns } from '#components/layout/columns'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { DraftOutline } from '#components/workplace/draft-outline'
import { AddSectionForm } from '#components/workplace/draft-section-forms'
import { DraftSettings, DraftTools, PublishDraft } from '#components/workplace/draft-tools'
import { ExportLinks } from '#components/workplace/version-side'
import { changesOf } from '#domain/checklist-diff'
import { faultsOfDraft } from '#domain/checklists'
import { inLocale } from '#domain/text'
import { showDraft } from '#server/workplace/draft-queries'
import {
  dropChecklistDraftAction,
  editChecklistAction,
  importChecklistAction,
  moveItemAction,
  moveSectionAction,
  publishChecklistAction,
  removeSectionAction,
  setSectionAction,
} from '../../template-actions'

type Props = { params: Promise<{ slug: string }> }

const DOORS = {
  setSection: setSectionAction,
  moveSection: moveSectionAction,
  removeSection: removeSectionAction,
  moveItem: moveItemAction,
}

export async function generateMetadata() {
  const t = await getTranslations('workplace.template')
  return { title: t('title') }
}

export default async function DraftPage({ params }: Props) {
  const [{ actor }, { slug }, locale, t, words] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('workplace.template'),
    getTranslations('workplace.draft'),
  ])
  const draft = await seen(showDraft(actor, { slug }))
  const { kind, number, edits, sections, published } = draft
  const trail = [{ href: '/workplace/templates', label: t('title') }]
  if (published) trail.push({ href: `/workplace/templates/${slug}`, label: inLocale(draft.title, locale) })
  return (
    <>
      <PageHeader
        title={inLocale(draft.title, locale)}
        lead={words('lead', { number })}
        above={<Breadcrumbs trail={trail} />}
        actions={
          <LinkButton icon="round" href={`/workplace/preview/${slug}`}>
            {words('preview')}
          </LinkButton>
        }
      />
      <Columns
        aside={
          <>
            <PublishDraft
              {...{ slug, number, edits, locale }}
              faults={faultsOfDraft(sections)}
              changes={published && changesOf(published, withoutIds(sections))}
              publish={publishChecklistAction}
            />
            <DraftSettings
              slug={slug}
              title={draft.title}
              scoring={draft.scoring}
              edit={editChecklistAction}
            />
            <DraftTools slug={slug} take={importChecklistAction} drop={dropChecklistDraftAction} />
            <ExportLinks slug={slug} version="draft" />
          </>
        }
      >
        {!sections.length && <EmptyState icon="list" title={words('none')} lead={words('noneLead')} />}
        <DraftOutline {...{ slug, kind, sections, locale }} doors={DOORS} />
        <AddSectionForm slug={slug} open={!sections.length} add={setSectionAction} />
      </Columns>
    </>
  )
}

/** A copy has ids of its own; what is compared is what is asked. */
const withoutIds = (sections: Awaited<ReturnType<typeof showDraft>>['sections']) =>
  sections.map(({ id: _section, items, ...section }) => ({
    ...section,
    items: items.map(({ id: _item, ...item }) => item),
  }))
