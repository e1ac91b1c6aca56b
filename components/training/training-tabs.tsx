import { useTranslations } from 'next-intl'
import { LinkTabs } from '#components/ui/link-tabs'

type Props = { current: 'catalogue' | 'mine' }

/** The parts of the room that this reader may enter. */
export function TrainingTabs({ current }: Props) {
  const t = useTranslations('training.tabs')
  const places = [
    { key: 'catalogue', href: '/training' },
    { key: 'mine', href: '/training/mine' },
  ] as const
  const tabs = places.map(({ key, href }) => ({ href, label: t(key), current: current === key }))
  return (
    <div className="mb-8">
      <LinkTabs label={t('label')} tabs={tabs} />
    </div>
  )
}
