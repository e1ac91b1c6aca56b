import { useTranslations } from 'next-intl'
import { LinkTabs } from '#components/ui/link-tabs'

type View = 'seat' | 'rounds' | 'actions' | 'map' | 'templates'

/** The views of the room; the map begins with the reader's own site. */
export function WorkplaceTabs({ current }: { current: View }) {
  const words = useTranslations('workplace.tabs')
  const tabs: { view: View; href: string }[] = [
    { view: 'seat', href: '/workplace' },
    { view: 'rounds', href: '/workplace/rounds' },
    { view: 'actions', href: '/workplace/actions' },
    { view: 'map', href: '/workplace/map/mine' },
    { view: 'templates', href: '/workplace/templates' },
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
