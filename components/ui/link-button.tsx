import type { ReactNode } from 'react'
import type { ButtonLook } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'

/** Looks like a button, goes somewhere: the address carries the state, so it works without JavaScript. */
export function LinkButton({
  href,
  variant = 'quiet',
  size = 'normal',
  icon,
  className = '',
  children,
}: ButtonLook & { href: string; className?: string; children: ReactNode }) {
  return (
    <Link href={href} className={`button ${className}`} data-variant={variant} data-size={size}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
