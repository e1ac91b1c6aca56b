import { sendPicture } from '#app/_next/pictures'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string }> }

export const GET = async (request: Request, { params }: Context): Promise<Response> =>
  sendPicture(request, (await params).id)
