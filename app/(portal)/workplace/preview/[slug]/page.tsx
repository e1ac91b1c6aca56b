import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { origin } from '#app/_next/origin'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Columns } from '#components/layout/columns'
import { Words } from '#components/layout/words'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { LinkTabs } from '#components/ui/link-tabs'
import { PageHeader } from '#components/ui/page-header'
import { QrCode } from '#components/ui/qr-code'
import { ChecklistPreview } from '#components/workplace/checklist-preview'
import { inLocale } from '#domain/text'
import { seasonOf } from '#domain/workplace'
import { showDraft } from '#server/workplace/draft-queries'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const t = await getTranslations('workplace.draft')
  return { title: t('previewTitle') }
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const [{ actor }, { slug }, given, locale, t, words] = await Promise.all([
    requireSession(),
    params,
    searchParams,
    getLocale(),
    getTranslations('workplace.template'),
    getTranslations('workplace.draft'),
  ])
  const draft = await seen(showDraft(actor, { slug }))
  const address = `/workplace/preview/${slug}`
  const forRoom = pageQuery(given, ['scope']).known.scope === 'room'
  const asked = draft.sections
    .map((section) => ({
      ...section,
      items: section.items.filter((item) => draft.kind !== 'inspection' || item.perSeat !== forRoom),
    }))
    .filter(({ items }) => items.length)
  const scopes = [
    { href: address, label: words('forSeat'), current: !forRoom },
    { href: `${address}?scope=room`, label: words('forRoom'), current: forRoom },
  ]
  return (
    <>
      <PageHeader
        title={inLocale(draft.title, locale)}
        lead={words('previewLead')}
        above={
          <Breadcrumbs
            trail={[
              { href: '/workplace/templates', label: t('title') },
              { href: `/workplace/drafts/${slug}`, label: words('back') },
            ]}
          />
        }
      />
      {draft.kind === 'inspection' && (
        <div className="mb-6">
          <LinkTabs label={words('scope')} tabs={scopes} />
        </div>
      )}
      <Columns
        aside={
          <figure className="grid justify-items-start gap-2 max-lg:hidden">
            <QrCode address={`${origin()}${address}`} label={words('previewQr')} className="w-40" />
            <figcaption className="text-small text-soft">{words('previewQr')}</figcaption>
          </figure>
        }
      >
        <div className="phone-frame">
          {!asked.length && <EmptyState icon="list" title={words('previewNone')} />}
          <Words namespaces={['workplace.round', 'workplace.draft', 'workplace.verdicts', 'ui.browser']}>
            <ChecklistPreview
              key={String(forRoom)}
              sections={asked}
              scoring={draft.scoring}
              season={seasonOf(new Date().getMonth() + 1)}
              locale={locale}
            />
          </Words>
        </div>
      </Columns>
    </>
  )
}
