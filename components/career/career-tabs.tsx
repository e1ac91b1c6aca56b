import { useTranslations } from 'next-intl'
import { LinkTabs } from '#components/ui/link-tabs'

type Props = { current: 'map' | 'path' | 'versions'; versionId?: string }

export function CareerTabs({ current, versionId }: Props) {
  const t = useTranslations('career.tabs')
  const tabs = [
    { href: '/career', label: t('map'), current: current === 'map' },
    { href: '/career/path', label: t('path'), current: current === 'path' },
  ]
  if (versionId)
    tabs.push({ href: `/career/ladders/${versionId}`, label: t('versions'), current: current === 'versions' })
  return (
    <div className="mb-8">
      <LinkTabs label={t('label')} tabs={tabs} />
    </div>
  )
}
