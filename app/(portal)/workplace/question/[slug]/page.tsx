import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import { PageHeader } from '#components/ui/page-header'
import { PendingButton } from '#components/ui/pending-button'
import { ItemForm } from '#components/workplace/item-form'
import { ITEM_TYPES } from '#domain/checklist-item'
import { inLocale } from '#domain/text'
import { listNorms } from '#server/workplace/norm-queries'
import type { DraftProps } from '../../open-draft'
import { openDraft } from '../../open-draft'
import { removeItemAction, setItemAction } from '../../template-actions'

export async function generateMetadata() {
  const t = await getTranslations('workplace.draft')
  return { title: t('itemEdit') }
}

export default async function ItemPage(props: DraftProps) {
  const { actor, draft, trail, locale, t, words, wanted } = await openDraft(props, ['id', 'section', 'type'])
  const norms = await listNorms(actor, {})
  const item = draft.sections.flatMap(({ items }) => items).find(({ id }) => id === wanted.id)
  const section = draft.sections.find(({ id, items }) =>
    item ? items.includes(item) : id === wanted.section,
  )
  const type = item?.type ?? ITEM_TYPES.find((one) => one === wanted.type)
  if (!section || !type) notFound()
  const title = item ? inLocale(item.title, locale) : words('itemNew')
  return (
    <>
      <PageHeader
        title={title}
        lead={words('itemType', { type: t(`types.${type}`) })}
        above={<Breadcrumbs trail={trail} />}
      />
      <ItemForm
        type={type}
        sectionId={section.id}
        sections={draft.sections.map((one) => ({ value: one.id, label: inLocale(one.title, locale) }))}
        norms={norms.items.map((norm) => ({
          value: norm.slug,
          label: inLocale(norm.title, locale),
          hint: `${t(`inForce.${norm.inForce}`)}, ${t(`evidence.${norm.evidence}`)}`,
        }))}
        item={item}
        isInspection={draft.kind === 'inspection'}
        save={setItemAction}
      />
      {item && (
        <div className="mt-8 max-w-xl">
          <Disclosure summary={words('remove')}>
            <ActionForm action={removeItemAction} label={words('remove')} className="grid gap-4">
              <p className="text-soft">{words('removeLead')}</p>
              <input type="hidden" name="id" value={item.id} />
              <PendingButton variant="danger" className="justify-self-start">
                {words('remove')}
              </PendingButton>
            </ActionForm>
          </Disclosure>
        </div>
      )}
    </>
  )
}
