import { useTranslations } from 'next-intl'
import { LinkTabs } from '#components/ui/link-tabs'
import { PageHeader } from '#components/ui/page-header'

type Tab = '' | '/security' | '/tokens' | '/calendar' | '/search'
/** `edits`: this person sets things for everybody too. */
type Props = { current: Tab; edits: boolean }

export function SettingsHeader({ current, edits }: Props) {
  const t = useTranslations('settings')
  const accounts = useTranslations('accounts')
  const own: [Tab, string][] = [
    ['', t('preferences')],
    ['/security', accounts('security.title')],
    ['/tokens', accounts('tokens.title')],
  ]
  const shared: [Tab, string][] = [
    ['/calendar', t('calendar.title')],
    ['/search', t('search.title')],
  ]
  const tabs = [...own, ...(edits ? shared : [])].map(([tab, label]) => ({
    href: `/settings${tab}`,
    label,
    current: tab === current,
  }))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <LinkTabs label={t('tabs')} tabs={tabs} />
    </>
  )
}
