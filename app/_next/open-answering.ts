import { limitPerNetwork, limitPerPerson } from '#app/_next/limits'
import { RETRY_AFTER } from '#app/_next/problem'
import { STATUS } from '#app/_next/status-of'
import type { LinkKind } from '#domain/accounts'
import { notFound, Refused } from '#domain/refused'
import { findLink } from '#server/accounts/actor-queries'

/** A refusal for a program of the portal's own pages. @throws whatever is none */
export function refusedAnswer(error: unknown, hides = false): Response {
  if (!(error instanceof Refused)) throw error
  const { reason, fields, fault } = error
  // What may not be read does not exist.
  if (hides && reason !== 'unauthenticated' && reason !== 'too-many')
    return new Response(null, { status: 404 })
  const code = Object.values(fields)[0]?.key ?? fault?.key ?? reason
  const headers = new Headers(reason === 'too-many' ? { 'retry-after': RETRY_AFTER } : undefined)
  return Response.json({ code }, { status: STATUS[reason], headers })
}

type Context<Params> = { params: Promise<Params> }

const addressOf = (request: Request): string => request.headers.get('x-client-address') ?? ''

/** An address that is open to everybody, counted by the network. */
export const answeringAll =
  <Params = unknown>(work: (request: Request, params: Params) => Promise<Response>, hides = false) =>
  async (request: Request, context: Context<Params>): Promise<Response> => {
    try {
      await limitPerNetwork(addressOf(request), 'open')
      return await work(request, await context.params)
    } catch (error) {
      return refusedAnswer(error, hides)
    }
  }

type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>

/** An address that its secret opens, `?token=` (a parameter, since the log keeps paths and no parameters): it reads as its maker. */
export const answeringLink =
  (kind: LinkKind, work: (link: Link) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    try {
      const token = new URL(request.url).searchParams.get('token') ?? ''
      const link = token ? await findLink(token, kind) : undefined
      await (link ? limitPerPerson(link.actor.personId, 'file') : limitPerNetwork(addressOf(request), 'open'))
      if (!link) throw notFound()
      return await work(link)
    } catch (error) {
      return refusedAnswer(error, true)
    }
  }
