import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/link-button'

/** The next stretch of a list; `href` carries the cursor. Nothing is shown at the end. */
export function LoadMore({ href, first }: { href: string | null; first?: string | null }) {
  const words = useTranslations('ui')
  if (!href && !first) return null
  return (
    <nav aria-label={words('pages')} className="no-print mt-6 flex justify-center gap-3">
      {first && <LinkButton href={first}>{words('fromStart')}</LinkButton>}
      {href && <LinkButton href={href}>{words('more')}</LinkButton>}
    </nav>
  )
}
