import Markdown from 'react-markdown'
import breaks from 'remark-breaks'
import { KeptPicture } from '#components/ui/kept-picture'

const NONE: readonly (string | undefined)[] = []

/** The address of the picture that a text calls by its number, as `![What is seen](#1)`. */
const pictureAt = (src: unknown, pictures: readonly (string | undefined)[]): string | undefined => {
  const [, number] = typeof src === 'string' ? (/^#(\d{1,2})$/.exec(src) ?? []) : []
  return number ? pictures[Number(number) - 1] : undefined
}

/** What a person may write: no pictures from elsewhere, no tables, no headings that would break the page's outline. */
const ALLOWED = ['p', 'br', 'strong', 'em', 'del', 'ul', 'ol', 'li', 'a', 'code', 'pre', 'blockquote', 'hr']

type Props = {
  text: string
  /** Addresses of the text's own pictures, in the order of their numbers. */
  pictures?: readonly (string | undefined)[]
  className?: string
}

/**
 * Text that somebody wrote in Markdown. HTML in it stays text, an address is followed only over http, https or mail, and anything
 * beyond the list of elements keeps its words and loses its look.
 */
export function Prose({ text, pictures = NONE, className = '' }: Props) {
  return (
    <div className={`prose ${className}`}>
      <Markdown
        remarkPlugins={[breaks]}
        allowedElements={pictures.length ? [...ALLOWED, 'img'] : ALLOWED}
        unwrapDisallowed
        components={{
          img: ({ src, alt }) => {
            const address = pictureAt(src, pictures)
            return address ? <KeptPicture src={address} alt={alt ?? ''} /> : alt
          },
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
