import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'

/** The way back; the page itself is its h1 and is not repeated here. */
export function Breadcrumbs({ trail }: { trail: { href: string; label: string }[] }) {
  const words = useTranslations('ui')
  return (
    <nav aria-label={words('breadcrumbs')} className="no-print text-small">
      <ol className="flex flex-wrap items-center gap-1 text-soft">
        {trail.map((step) => (
          <li key={step.href} className="flex min-w-0 items-center gap-1 wrap-anywhere">
            <Link href={step.href} className="rounded-sm py-1 hover:text-accent hover:underline">
              {step.label}
            </Link>
            <Icon name="right" size={16} />
          </li>
        ))}
      </ol>
    </nav>
  )
}
