import { Icon } from '#components/ui/icon'
import type { IconName } from '#components/ui/icon-names'

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'festive'

const pictures: Record<Tone, IconName> = {
  neutral: 'neutral',
  accent: 'info',
  good: 'done',
  warn: 'warning',
  bad: 'alert',
  festive: 'award',
}

/** A state: picture, word and colour together, so that none of them has to be seen. */
export function Status({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone
  icon?: IconName
  children: string
}) {
  return (
    <span className="status" data-tone={tone}>
      <Icon name={icon ?? pictures[tone]} size={16} />
      {children}
    </span>
  )
}
