import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { inLocale } from '#domain/text'
import { showDraft } from '#server/workplace/draft-queries'

export type DraftProps = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A draft for one of its pages, with the words of both and the known parts of the address. */
export async function openDraft<Name extends string>(
  { params, searchParams }: DraftProps,
  names: readonly Name[],
) {
  const [{ actor }, { slug }, given, locale, t, words] = await Promise.all([
    requireSession(),
    params,
    searchParams,
    getLocale(),
    getTranslations('workplace.template'),
    getTranslations('workplace.draft'),
  ])
  const draft = await seen(showDraft(actor, { slug }))
  const trail = [
    { href: '/workplace/templates', label: t('title') },
    { href: `/workplace/drafts/${slug}`, label: inLocale(draft.title, locale) },
  ]
  return { actor, slug, draft, trail, locale, t, words, wanted: pageQuery(given, names).known }
}
