'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'

const HREF = '/ideas/new'

/** A thought is written down from any page: by the button, or by Alt+I whatever the keyboard's language. */
export function NewIdea({ label }: { label: string }) {
  const router = useRouter()

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.code !== 'KeyI') return
      event.preventDefault()
      router.push(HREF)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [router])

  return (
    <Link href={HREF} className="round" title={label} aria-keyshortcuts="Alt+I">
      <Icon name="idea" />
      <span className="sr-only">{label}</span>
    </Link>
  )
}
