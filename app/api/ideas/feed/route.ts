import { ideasFeed } from '#app/_next/ideas-feed'

export const dynamic = 'force-dynamic'

/** Ideas of an area as an Atom feed. The secret is a parameter, since the log keeps paths and no parameters. */
export const GET = ideasFeed
