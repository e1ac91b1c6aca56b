import { sendPicture } from '#app/_next/pictures'

export const dynamic = 'force-dynamic'

export const GET = sendPicture
