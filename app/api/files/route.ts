import { receivePicture } from '#app/_next/pictures'

export const dynamic = 'force-dynamic'

export const POST = (request: Request): Promise<Response> => receivePicture(request)
