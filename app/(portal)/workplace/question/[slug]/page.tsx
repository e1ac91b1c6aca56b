import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import { PageHeader } from '#components/ui/page-header'
import { PendingButton } from '#components/ui/pending-button'
import { ItemForm } from '#components/workplace/item-form'
import { ITEM_TYPES } from '#domain/checklist-item'
import { inLocale } from '#domain/text'
import { showDraft } from '#server/workplace/draft-queries'
import { listNorms } from '#server/workplace/norm-queries'
import { removeItemAction, setItemAction } from '../../template-actions'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const t = await getTranslations('workplace.draft')
  return { title: t('itemEdit') }
}

export default async function ItemPage({ params, searchParams }: Props) {
  const [{ actor }, { slug }, given, locale, t, words] = await Promise.all([
    requireSession(),
    params,
    searchParams,
    getLocale(),
    getTranslations('workplace.template'),
    getTranslations('workplace.draft'),
  ])
  const wanted = pageQuery(given, ['id', 'section', 'type']).known
  const [draft, norms] = await Promise.all([seen(showDraft(actor, { slug })), listNorms(actor, {})])
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
        above={
          <Breadcrumbs
            trail={[
              { href: '/workplace/templates', label: t('title') },
              { href: `/workplace/drafts/${slug}`, label: inLocale(draft.title, locale) },
            ]}
          />
        }
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
