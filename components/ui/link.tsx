import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** Prefetching every visible link would cost the server more than the pages people open. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
