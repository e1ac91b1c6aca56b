import { receivePicture } from '#app/_next/pictures'

export const dynamic = 'force-dynamic'

export const POST = receivePicture
