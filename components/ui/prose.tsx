import Markdown from 'react-markdown'
import breaks from 'remark-breaks'

/** What a person may write: no pictures from elsewhere, no tables, no headings that would break the page's outline. */
const ALLOWED = ['p', 'br', 'strong', 'em', 'del', 'ul', 'ol', 'li', 'a', 'code', 'pre', 'blockquote', 'hr']

/**
 * Text that somebody wrote in Markdown. HTML in it stays text, an address is followed only over http, https or mail, and anything
 * beyond the list of elements keeps its words and loses its look.
 */
export function Prose({ text, className = '' }: { text: string; className?: string }) {
  return (
    <div className={`prose ${className}`}>
      <Markdown
        remarkPlugins={[breaks]}
        allowedElements={ALLOWED}
        unwrapDisallowed
        components={{
          a: ({ href, children }) => (
            <a className="link" href={href} rel="noopener noreferrer nofollow">
              {children}
            </a>
          ),
        }}
      >
        {text}
      </Markdown>
    </div>
  )
}
