'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { useContext } from 'react'
import { useFormStatus } from 'react-dom'
import type { ButtonLook } from '#components/ui/button'
import { FormContext } from '#components/ui/form-context'
import { Icon } from '#components/ui/icon'

/** The submit button: while its form is on the way it says so itself and takes no second press. */
export function PendingButton({
  variant = 'primary',
  size = 'normal',
  icon,
  className = '',
  children,
  ...rest
}: ButtonLook & Omit<ComponentProps<'button'>, 'type'>) {
  const words = useTranslations('ui.browser.form')
  const native = useFormStatus().pending
  const pending = (useContext(FormContext)?.pending ?? false) || native
  return (
    <button
      {...rest}
      type="submit"
      className={`button ${className}`}
      data-variant={variant}
      data-size={size}
      aria-busy={pending}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {pending ? <span className="spinner" aria-hidden /> : icon && <Icon name={icon} />}
      {children}
      {pending && <span className="sr-only">{words('pending')}</span>}
    </button>
  )
}
