'use client'

import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon'
import type { IconName } from '#components/ui/icon-names'
import { Link } from '#components/ui/link'

type ListProps = { children: ReactNode; label?: string; className?: string }

export function List({ children, label, className = 'rows' }: ListProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is a list
    <ul className={className} role="list" aria-label={label}>
      {children}
    </ul>
  )
}

type RowProps = {
  title: ReactNode
  note?: ReactNode
  start?: ReactNode
  end?: ReactNode
  icon?: IconName
  href?: string
}

/**
 * One line of a list: picture, title with a quiet note, state or number at the end. With `href` the whole row leads on. Drawn
 * from its data in the browser too, so that a page does not carry the elements of each row a second time.
 */
export function Row({ title, note, start, end, icon, href }: RowProps) {
  const inside = (
    <>
      {icon && <Icon name={icon} className="text-soft" />}
      {start}
      <span className="min-w-0 flex-[1_1_9rem]">
        <span className="block">{title}</span>
        {note && <span className="block text-small text-soft">{note}</span>}
      </span>
      {(end || href) && (
        <span className="ms-auto flex items-center gap-4">
          {end}
          {href && <Icon name="right" className="text-soft" />}
        </span>
      )}
    </>
  )
  return (
    <li>
      {href ? (
        <Link href={href} className="row flex-wrap gap-y-1">
          {inside}
        </Link>
      ) : (
        <div className="row flex-wrap gap-y-1">{inside}</div>
      )}
    </li>
  )
}
