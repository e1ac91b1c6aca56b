import { metricsForWatchers } from '#app/_next/metrics'

export const dynamic = 'force-dynamic'

export const GET = metricsForWatchers
