import { freshIdeas } from '#app/_next/fresh-ideas'

export const dynamic = 'force-dynamic'

export const POST = freshIdeas
