import type { ReactNode } from 'react'
import { Link } from '#components/ui/link'

/** What a row of a record is about: the training, which leads on, and what there is to say of it. */
export function RecordHead({
  slug,
  title,
  children,
  more,
}: {
  slug: string
  title: string
  children: ReactNode
  more?: ReactNode
}) {
  return (
    <div className="min-w-0 flex-1 basis-64">
      <p className="font-semibold">
        <Link href={`/training/${slug}`} className="link">
          {title}
        </Link>
      </p>
      <p className="text-small text-soft">{children}</p>
      {more}
    </div>
  )
}
