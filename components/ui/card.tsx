import type { ReactNode } from 'react'

/** Only for a thing that can be picked up; everything else is a list. */
export function Card({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`card ${className}`}>{children}</div>
}
