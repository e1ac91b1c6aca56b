import { useTranslations } from 'next-intl'
import { LinkTabs } from '#components/ui/link-tabs'
import { PageHeader } from '#components/ui/page-header'

export function SettingsHeader({
  current,
}: {
  current: '/settings' | '/settings/security' | '/settings/tokens'
}) {
  const t = useTranslations('settings')
  const accounts = useTranslations('accounts')
  const tabs = [
    { href: '/settings', label: t('preferences') },
    { href: '/settings/security', label: accounts('security.title') },
    { href: '/settings/tokens', label: accounts('tokens.title') },
  ]
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <LinkTabs label={t('tabs')} tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />
    </>
  )
}
