import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** The matter, and beside it on a wide screen what it stands in; below it on a narrow one. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  const words = useTranslations('layout')
  return (
    <div className="columns">
      <div>{children}</div>
      <aside aria-label={words('context')}>{aside}</aside>
    </div>
  )
}
