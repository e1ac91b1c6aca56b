import { getTranslations } from 'next-intl/server'
import { origin } from '#app/_next/origin'
import { Columns } from '#components/layout/columns'
import { Words } from '#components/layout/words'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { LinkTabs } from '#components/ui/link-tabs'
import { PageHeader } from '#components/ui/page-header'
import { QrCode } from '#components/ui/qr-code'
import { ChecklistPreview } from '#components/workplace/checklist-preview'
import { seasonOf } from '#domain/scoring'
import { inLocale } from '#domain/text'
import type { DraftProps } from '../../open-draft'
import { openDraft } from '../../open-draft'

export async function generateMetadata() {
  const t = await getTranslations('workplace.draft')
  return { title: t('previewTitle') }
}

export default async function PreviewPage(props: DraftProps) {
  const { slug, draft, trail, locale, words, wanted } = await openDraft(props, ['scope'])
  const address = `/workplace/preview/${slug}`
  const forRoom = wanted.scope === 'room'
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
        above={<Breadcrumbs trail={trail} />}
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
