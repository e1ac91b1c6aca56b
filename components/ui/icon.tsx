import type { IconName } from '#components/ui/icon-names'
import sprite from './icons.svg'

type Props = { name: IconName; className?: string; size?: 16 | 20 | 24 | 32 }

/**
 * Always decoration: the word beside it, or the control's name, carries the meaning. The drawings are one file that browsers
 * keep, so that no page carries them in its script or draws them twice in its HTML.
 */
export function Icon({ name, className, size = 20 }: Props) {
  return (
    <svg width={size} height={size} className={className ? `icon ${className}` : 'icon'} aria-hidden>
      <use href={`${sprite.src}#${name}`} />
    </svg>
  )
}

/** The same drawing inside another one, in its units. */
export function DrawnIcon({ name, x, y, size }: { name: IconName; x: number; y: number; size: number }) {
  return <use href={`${sprite.src}#${name}`} x={x} y={y} width={size} height={size} className="icon" />
}
