import { limitPerPerson } from '#app/_next/limits'
import { currentSession } from '#app/_next/session'
import { FindCallable } from '#domain/ideas'
import { Refused } from '#domain/refused'
import { inLocale } from '#domain/text'
import { findCallable } from '#server/ideas/mention-queries'
import { forgetPerson } from '#server/request-scope'

export const dynamic = 'force-dynamic'

/** Whom the words under an idea can call. What was typed comes in the body; the log of this path names nobody, as a hidden author types here too. */
export const POST = async (request: Request) => {
  const session = await currentSession()
  if (!session) return new Response(null, { status: 401 })
  forgetPerson()
  const { data } = FindCallable.safeParse(await request.json().catch(() => undefined))
  if (!data) return new Response(null, { status: 400 })
  try {
    await limitPerPerson(session.actor.personId, 'read')
    const people = await findCallable(session.actor, data)
    const { locale } = session
    const detailOf = (person: (typeof people)[number]) =>
      [person.position, person.team].flatMap((name) => (name ? [inLocale(name, locale)] : [])).join(' · ')
    return Response.json(
      people.map((person) => ({ id: person.id, name: person.name, detail: detailOf(person) })),
    )
  } catch (error) {
    if (error instanceof Refused) return new Response(null, { status: 429 })
    throw error
  }
}
