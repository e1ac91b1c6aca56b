import { useTranslations } from 'next-intl'
import { LinkTabs } from '#components/ui/link-tabs'
import type { Actor } from '#domain/access'
import { mayEver } from '#domain/access'

type Props = {
  current: 'map' | 'path' | 'openings' | 'team' | 'scoreboard' | 'versions'
  actor: Actor
  versionId?: string
}

/** The parts of the room that this reader may enter. */
export function CareerTabs({ current, actor, versionId }: Props) {
  const t = useTranslations('career.tabs')
  const places = [
    { key: 'map', href: '/career' },
    { key: 'path', href: '/career/path' },
    { key: 'openings', href: '/career/openings' },
    ...(mayEver(actor, 'career.stalled') ? ([{ key: 'team', href: '/career/team' }] as const) : []),
    { key: 'scoreboard', href: '/career/scoreboard' },
    ...(versionId ? ([{ key: 'versions', href: `/career/ladders/${versionId}` }] as const) : []),
  ] as const
  const tabs = places.map(({ key, href }) => ({ href, label: t(key), current: current === key }))
  return (
    <div className="mb-8 no-print">
      <LinkTabs label={t('label')} tabs={tabs} />
    </div>
  )
}
