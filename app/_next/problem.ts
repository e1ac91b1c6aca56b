export type Problem = {
  status: number
  code: string
  title?: string
  fields?: Record<string, string>
  detail?: string | undefined
  requestId?: string
}

/** Seconds after which whoever asked too often may ask again. */
export const RETRY_AFTER = '10'

export const PROBLEM_TYPE = 'application/problem+json'

/** RFC 9457, as every door of programs says that it refused. */
export const problemDocument = ({ status, code, title = code, fields = {}, ...more }: Problem): string =>
  JSON.stringify({ type: 'about:blank', title, status, code, fields, ...more })

export const problem = (said: Problem): Response =>
  new Response(problemDocument(said), {
    status: said.status,
    headers: {
      'content-type': PROBLEM_TYPE,
      'cache-control': 'no-store',
      ...(said.status === 429 && { 'retry-after': RETRY_AFTER }),
    },
  })
