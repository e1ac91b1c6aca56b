import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { SettingsHeader } from '#components/settings/settings-tabs'
import { SynonymList } from '#components/settings/synonym-list'
import { mayEver } from '#domain/access'
import { listSynonyms } from '#server/settings/search-queries'
import { nameSameAction, retireSynonymsAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('settings.search')
  return { title: t('title') }
}

export default async function SearchSettingsPage() {
  const { actor } = await requireSession()
  if (!mayEver(actor, 'settings.synonyms')) notFound()
  const same = await listSynonyms(actor, {})
  return (
    <>
      <SettingsHeader current="/search" edits />
      <SynonymList same={same} add={nameSameAction} retire={retireSynonymsAction} />
    </>
  )
}
