import { useTranslations } from 'next-intl'
import { LinkTabs } from '#components/ui/link-tabs'

export type View = 'wall' | 'awards' | 'thanks' | 'team' | 'numbers' | 'reports' | 'settings' | 'screens'

const PATHS: Record<View, string> = {
  wall: '/recognition',
  awards: '/recognition/awards',
  thanks: '/recognition/thanks',
  team: '/recognition/team',
  numbers: '/recognition/numbers',
  reports: '/recognition/reports',
  settings: '/recognition/settings',
  screens: '/recognition/settings',
}

export function RecognitionTabs({ views, current }: { views: readonly View[]; current: View }) {
  const t = useTranslations('recognition')
  const tabs = views.map((view) => ({
    href: PATHS[view],
    label: t(`tabs.${view}`),
    current: view === current,
  }))
  return <LinkTabs label={t('views')} tabs={tabs} />
}
