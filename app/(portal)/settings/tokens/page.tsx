import { getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { TokenList } from '#components/accounts/token-list'
import { SettingsHeader } from '#components/settings/settings-tabs'
import { mayEver } from '#domain/access'
import { listTokens } from '#server/accounts/queries'
import { makeTokenAction, revokeTokenAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('accounts')
  return { title: t('tokens.title') }
}

export default async function TokensPage() {
  const { actor } = await requireSession()
  const tokens = await listTokens(actor, {})
  return (
    <>
      <SettingsHeader current="/tokens" edits={mayEver(actor, 'settings.setDay')} />
      <TokenList tokens={tokens} make={makeTokenAction} revoke={revokeTokenAction} />
    </>
  )
}
