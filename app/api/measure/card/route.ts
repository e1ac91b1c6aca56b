import { sendCard } from '#app/_next/measure'

export const dynamic = 'force-dynamic'

export const GET = sendCard
