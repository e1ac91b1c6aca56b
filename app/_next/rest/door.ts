import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { os } from '@orpc/server'
import { limitPerPerson } from '#app/_next/limits'
import { log } from '#app/_next/log'
import type { Operation } from '#app/_next/operations'
import { type Problem, problem } from '#app/_next/problem'
import { operations } from '#app/_next/rest/registry'
import { STATUS } from '#app/_next/status-of'
import type { Actor } from '#domain/access'
import type { Reason } from '#domain/refused'
import { invalid, Refused } from '#domain/refused'
import { findTokenActor } from '#server/accounts/actor-queries'
import type { Command } from '#server/command'
import type { Query } from '#server/query'
import { notePerson } from '#server/request-scope'

/** `failure` carries what went wrong past oRPC's own mapping, which would make a refusal a defect. */
type Context = { actor: Actor; key: string | undefined; failure?: unknown }

const REASONS: Record<number, Reason> = {
  400: 'invalid',
  401: 'unauthenticated',
  404: 'not-found',
  405: 'not-found',
  413: 'invalid',
}

const problemOf = (refused: Refused, isRead: boolean): Problem => {
  const fields = Object.fromEntries(Object.entries(refused.fields).map(([name, fault]) => [name, fault.key]))
  // A list asked for wrongly is a bad request; a body that does not fit is unprocessable.
  const status = refused.reason === 'invalid' && isRead ? 400 : STATUS[refused.reason]
  return { status, code: refused.reason, fields, detail: refused.fault?.key }
}

const respond = (said: Problem, requestId: string): Response => problem({ ...said, requestId })

/** A key that would be forgotten is refused in words: whoever sent it relies on it. */
const call = (run: Command | Query, input: unknown, { actor, key }: Context): Promise<unknown> => {
  if (run.kind === 'query') return run(actor, input)
  if (key && run.secret) throw invalid('idempotencyKey', 'keyNotKept')
  return run(actor, input, key ? { key } : {})
}

const procedureOf = ({ method, path, run, status, body, limit }: Operation) =>
  os
    .$context<Context>()
    .route({
      method,
      path,
      inputStructure: 'compact',
      successStatus: status ?? (method === 'POST' ? 201 : 200),
    })
    // The verb parses its own input: parsing here as well would apply its transforms twice.
    .handler(async ({ input, context }) => {
      const counted = limit?.(input)
      if (counted) await limitPerPerson(context.actor.personId, counted)
      const result = await call(run, input ?? {}, context)
      // What is not documented stays inside: a row may know more than it should say.
      return body ? body.of(result) : run.output.parse(result)
    })

const handler = new OpenAPIHandler(
  Object.fromEntries(operations.map((operation, index) => [`${index}`, procedureOf(operation)])),
  {
    interceptors: [
      (options) =>
        options.next().catch((error: unknown) => {
          options.context.failure = error
          throw error
        }),
    ],
  },
)

const actorOf = async (request: Request): Promise<Actor> => {
  const [scheme, secret] = (request.headers.get('authorization') ?? '').split(' ')
  const actor = scheme?.toLowerCase() === 'bearer' && secret ? await findTokenActor(secret) : undefined
  if (!actor) throw new Refused('unauthenticated')
  notePerson(actor.personId)
  return { ...actor, requestId: request.headers.get('x-request-id') ?? undefined }
}

const failed = (failure: unknown, isRead: boolean, requestId: string, status = 500): Response => {
  if (failure instanceof Refused) return respond(problemOf(failure, isRead), requestId)
  // A body that is no JSON, a media type that cannot be read: the request's fault, said by oRPC.
  if (status < 500) return respond({ status, code: REASONS[status] ?? 'invalid' }, requestId)
  log.error({ err: failure, requestId }, 'rest defect')
  return respond({ status: 500, code: 'defect' }, requestId)
}

/** Serves one request of /api/v1: token → limits → the verb → JSON, or a problem document. */
export async function serveRest(request: Request): Promise<Response> {
  const requestId = request.headers.get('x-request-id') ?? ''
  const isRead = request.method === 'GET'
  try {
    const actor = await actorOf(request)
    await limitPerPerson(actor.personId, isRead ? 'read' : 'write')
    const context: Context = { actor, key: request.headers.get('idempotency-key') ?? undefined }
    const { matched, response } = await handler.handle(request, { prefix: '/api/v1', context })
    if (!matched) return respond({ status: 404, code: 'not-found' }, requestId)
    if (context.failure) return failed(context.failure, isRead, requestId, response.status)
    response.headers.set('cache-control', 'private, no-store')
    return response
  } catch (error) {
    return failed(error, isRead, requestId)
  }
}
