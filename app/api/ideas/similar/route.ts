import { answering } from '#app/_next/answering'
import { similarIdeas } from '#server/ideas/queries'

export const dynamic = 'force-dynamic'

/**
 * Ideas like a text that is being written. It comes in the body and is kept nowhere, as its author may want to stay unnamed; nor does the
 * log name anybody, since a line with a name, seconds before an anonymous idea arrives, would name its author.
 */
export const POST = answering({ limit: 'read', unnamed: true }, async ({ actor }, request) => {
  const body: unknown = await request.json().catch(() => undefined)
  const text = body && typeof body === 'object' && 'text' in body ? String(body.text).slice(0, 2000) : ''
  const ideas = await similarIdeas(actor, { text, limit: 5 })
  return Response.json(ideas.map(({ number, title, votes }) => ({ number, title, votes })))
})
