'use client'

import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { FormContext } from '#components/ui/form-context'

/** Said beside a field that may stay empty; in a search, where every field may, it would only be noise. */
export function Optional() {
  const words = useTranslations('ui.browser.field')
  if (!useContext(FormContext)) return null
  return <span className="font-normal text-soft"> {words('optional')}</span>
}
