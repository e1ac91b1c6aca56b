import { answering } from '#app/_next/answering'
import { FindCallable } from '#domain/ideas'
import { inLocale } from '#domain/text'
import { findCallable } from '#server/ideas/mention-queries'

export const dynamic = 'force-dynamic'

/** Whom the words under an idea can call. What was typed comes in the body; the log of this path names nobody, as a hidden author types here too. */
export const POST = answering({ limit: 'read', unnamed: true }, async ({ actor, locale }, request) => {
  const { data } = FindCallable.safeParse(await request.json().catch(() => undefined))
  if (!data) return new Response(null, { status: 400 })
  const people = await findCallable(actor, data)
  const detailOf = (person: (typeof people)[number]) =>
    [person.position, person.team].flatMap((name) => (name ? [inLocale(name, locale)] : [])).join(' · ')
  return Response.json(
    people.map((person) => ({ id: person.id, name: person.name, detail: detailOf(person) })),
  )
})
