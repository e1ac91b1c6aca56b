import { useFormatter, useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon'

type Document = { id: string; name: string; bytes: number }

/** Kept documents to be taken along; the browser never opens them here. */
export function Documents({ documents, label }: { documents: readonly Document[]; label: string }) {
  const t = useTranslations('ui.document')
  const format = useFormatter()
  if (!documents.length) return null
  return (
    <ul className="grid gap-2" aria-label={label}>
      {documents.map(({ id, name, bytes }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-2">
          <Icon name="download" size={16} className="text-soft" />
          <a href={`/api/files/${id}`} download={name} className="link break-all">
            {name}
          </a>
          <span className="text-small text-soft">
            {t('size', { kb: format.number(Math.max(1, Math.round(bytes / 1024))) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
