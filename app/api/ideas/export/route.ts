import { exportedIdeas } from '#app/_next/ideas-export'

export const dynamic = 'force-dynamic'

/** Every idea as a file, for HR. */
export const GET = exportedIdeas
