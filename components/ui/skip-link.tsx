import { useTranslations } from 'next-intl'

/** First in the page; seen only when the keyboard reaches it. */
export function SkipLink({ target = 'content' }: { target?: string }) {
  const words = useTranslations('ui')
  return (
    <a href={`#${target}`} className="button skip" data-variant="primary">
      {words('skip')}
    </a>
  )
}
