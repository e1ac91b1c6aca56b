'use client'

import { useTranslations } from 'next-intl'
import { useCopied } from '#components/ideas/use-copied'
import { Button } from '#components/ui/button'
import { LinkButton } from '#components/ui/link-button'
import { Notice } from '#components/ui/notice'

/**
 * What an anonymous author keeps. The code stands behind `#`, which browsers do not send and servers do not log. No link leads to the
 * idea's own page: whoever opens it first is its author.
 */
export function Receipt({ code }: { code: string }) {
  const words = useTranslations('ideas.browser.receipt')
  const [outcome, copy] = useCopied()
  const path = `/answer#${code}`

  return (
    <div className="card grid max-w-[72ch] gap-4">
      <h2 className="section-title">{words('title')}</h2>
      <Notice tone="warn">{words('lead')}</Notice>
      <dl className="grid gap-1">
        <dt className="text-soft">{words('code')}</dt>
        <dd className="font-mono text-title break-all">{code}</dd>
      </dl>
      <p className="text-soft">{words('tomorrow')}</p>
      <p className="text-soft">{words('alone')}</p>
      <div className="flex flex-wrap gap-3">
        <Button
          icon={outcome === 'copied' ? 'done' : 'document'}
          variant="primary"
          onClick={() => void copy(`${location.origin}${path}`)}
        >
          {words(outcome === 'copied' ? 'copied' : 'copy')}
        </Button>
        <LinkButton href={path}>{words('link')}</LinkButton>
      </div>
      <div role="status">{outcome === 'failed' && <Notice tone="warn">{words('failed')}</Notice>}</div>
    </div>
  )
}
