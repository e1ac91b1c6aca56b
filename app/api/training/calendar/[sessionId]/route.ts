import { sessionCalendar } from '#app/_next/training-calendar'

type Context = { params: Promise<{ sessionId: string }> }

export const GET = async (_request: Request, { params }: Context) => sessionCalendar((await params).sessionId)
