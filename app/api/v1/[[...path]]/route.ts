import { serveRest } from '#app/_next/rest/door'

export const dynamic = 'force-dynamic'
export { serveRest as DELETE, serveRest as GET, serveRest as PATCH, serveRest as POST, serveRest as PUT }
