export { metricsForWatchers as GET } from '#app/_next/metrics'

export const dynamic = 'force-dynamic'
