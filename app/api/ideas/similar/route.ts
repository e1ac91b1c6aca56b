import { limitPerPerson } from '#app/_next/limits'
import { currentSession } from '#app/_next/session'
import { Refused } from '#domain/refused'
import { similarIdeas } from '#server/ideas/queries'
import { forgetPerson } from '#server/request-scope'

export const dynamic = 'force-dynamic'

/** Ideas like a text that is being written. It comes in the body and is kept nowhere, as its author may want to stay unnamed. */
export const POST = async (request: Request) => {
  const session = await currentSession()
  if (!session) return new Response(null, { status: 401 })
  // A log line with a name, seconds before an anonymous idea arrives, would name its author.
  forgetPerson()
  try {
    await limitPerPerson(session.actor.personId, 'read')
    const body: unknown = await request.json().catch(() => undefined)
    const text = body && typeof body === 'object' && 'text' in body ? String(body.text).slice(0, 2000) : ''
    const ideas = await similarIdeas(session.actor, { text, limit: 5 })
    return Response.json(ideas.map(({ number, title, votes }) => ({ number, title, votes })))
  } catch (error) {
    if (error instanceof Refused) return new Response(null, { status: 429 })
    throw error
  }
}
