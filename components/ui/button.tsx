import type { ComponentProps } from 'react'
import { Icon } from '#components/ui/icon'
import type { IconName } from '#components/ui/icon-names'

export type ButtonLook = {
  /** `festive` belongs to recognition alone; `plain` is a button inside a row or a bar. */
  variant?: 'primary' | 'quiet' | 'plain' | 'festive' | 'danger'
  size?: 'normal' | 'small'
  icon?: IconName
}

/** For GET forms, menus and dialogs; a form that writes uses PendingButton. */
export function Button({
  variant = 'quiet',
  size = 'normal',
  icon,
  type = 'button',
  className = '',
  children,
  ...rest
}: ButtonLook & ComponentProps<'button'>) {
  return (
    <button {...rest} type={type} className={`button ${className}`} data-variant={variant} data-size={size}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
