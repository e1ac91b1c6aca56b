import { useTranslations } from 'next-intl'
import { LinkTabs } from '#components/ui/link-tabs'
import type { Actor } from '#domain/access'
import { mayEver } from '#domain/access'

type Props = { current: 'catalogue' | 'mine' | 'team' | 'centre'; actor: Actor }

/** The parts of the room that this reader may enter. */
export function TrainingTabs({ current, actor }: Props) {
  const t = useTranslations('training.tabs')
  const places = [
    { key: 'catalogue', href: '/training' },
    { key: 'mine', href: '/training/mine' },
    ...(mayEver(actor, 'training.team') ? ([{ key: 'team', href: '/training/team' }] as const) : []),
    ...(mayEver(actor, 'training.centre') ? ([{ key: 'centre', href: '/training/centre' }] as const) : []),
  ] as const
  const tabs = places.map(({ key, href }) => ({ href, label: t(key), current: current === key }))
  return (
    <div className="mb-8">
      <LinkTabs label={t('label')} tabs={tabs} />
    </div>
  )
}
