import { useTranslations } from 'next-intl'
import { LinkTabs } from '#components/ui/link-tabs'

type View = 'seat' | 'rounds' | 'actions' | 'map' | 'templates' | 'sensors' | 'safety'

/** The views of the room; the map begins with the reader's own site. */
export function WorkplaceTabs({ current, sensors = false }: { current: View; sensors?: boolean }) {
  const words = useTranslations('workplace.tabs')
  const tabs: { view: View; href: string }[] = [
    { view: 'seat', href: '/workplace' },
    { view: 'rounds', href: '/workplace/rounds' },
    { view: 'actions', href: '/workplace/actions' },
    { view: 'map', href: '/workplace/map/mine' },
    { view: 'safety', href: '/workplace/safety' },
    { view: 'templates', href: '/workplace/templates' },
    ...(sensors ? [{ view: 'sensors' as const, href: '/workplace/sensors' }] : []),
  ]
  return (
    <div className="mb-8">
      <LinkTabs
        label={words('label')}
        tabs={tabs.map(({ view, href }) => ({ href, label: words(view), current: view === current }))}
      />
    </div>
  )
}
