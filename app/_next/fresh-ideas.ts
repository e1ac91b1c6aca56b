import { pageQuery } from '#app/_next/addresses'
import { answering } from '#app/_next/answering'
import { LIST_NAMES, ListIdeas } from '#domain/ideas'
import type { IdeaItem } from '#server/ideas/queries'
import { listIdeas } from '#server/ideas/queries'

/** What of an idea in a list is news when it changes: that it is there, its state and its last answer. */
export const markOf = ({ number, state, answeredOn }: IdeaItem): string =>
  `${number} ${state} ${answeredOn ?? ''}`

/** The filter that an address of the box asks for; an address that somebody made up asks for the plain list. */
export function filterOf(given: Record<string, string | string[] | undefined>) {
  const asked = pageQuery(given, LIST_NAMES)
  const { data: filter = ListIdeas.parse({}) } = ListIdeas.safeParse(asked.known)
  return { asked, filter }
}

/** The marks of a list's first page as it is now, for whoever has an older one before them. */
export const freshIdeas = answering({ limit: 'read' }, async ({ actor }, request) => {
  const body: unknown = await request.json().catch(() => undefined)
  const query = body && typeof body === 'object' && 'query' in body ? String(body.query).slice(0, 1000) : ''
  const { filter } = filterOf(Object.fromEntries(new URLSearchParams(query)))
  const { items } = await listIdeas(actor, { ...filter, cursor: undefined })
  return Response.json(items.map(markOf))
})
